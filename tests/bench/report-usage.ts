// Loaded before a program that is measured: tells whoever started it, when asked, what the process has used.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuInMs: (user + system) / 1000,
    rssInMb: process.memoryUsage.rss() / 1_000_000,
    peakInMb: process.resourceUsage().maxRSS / 1000,
  });
});
