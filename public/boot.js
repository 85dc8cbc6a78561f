// Runs before the program: when a part of it does not arrive, says so instead of staying blank (W9).
(() => {
  const say = () => {
    if (document.readyState === 'loading') {
      addEventListener('DOMContentLoaded', say, { once: true });
      return;
    }
    const place = document.getElementById('loading');
    if (!place || place.dataset.said) return;
    place.dataset.said = 'yes';
    document.getElementById('late')?.remove();
    place.textContent =
      'Загрузка не закончена: связь прервалась. Загруженное не пропадёт, ответы на этом устройстве целы. ';
    const again = document.createElement('button');
    again.className = 'btn';
    again.textContent = 'Загрузить ещё раз';
    again.addEventListener('click', loadAgain);
    place.append(again);
  };
  addEventListener(
    'error',
    (event) => {
      if (event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement) {
        // the program does not start half-dressed: it looks at this mark first
        document.documentElement.dataset.broken = 'yes';
        say();
      }
    },
    true,
  );
  addEventListener('load', () => setTimeout(say, 20000));

  // A line that dies inside the headers of an answer leaves an empty file in the browser's cache, kept as long as a whole one
  // would be: no reload gets past it. Every part is looked at before loading again, and a hollow one is asked for anew.
  const isWhole = async (answer) =>
    answer.ok && /javascript|css/.test(answer.headers.get('content-type') ?? '') && (await answer.text()) !== '';
  const mend = async (address) => {
    const kept = await fetch(address).then(isWhole, () => false);
    if (!kept) await fetch(address, { cache: 'reload' }).then((answer) => answer.text());
  };
  const loadAgain = async () => {
    const parts = [...document.querySelectorAll('script[src], link[href]')].map((part) => part.src || part.href);
    const asked = performance.getEntriesByType('resource').map((entry) => entry.name);
    const addresses = [...new Set([...parts, ...asked])].filter((address) => address.includes('/assets/'));
    const patience = new Promise((done) => setTimeout(done, 15000));
    await Promise.race([patience, Promise.allSettled(addresses.map(mend))]);
    location.reload();
  };
  globalThis.loadAgain = loadAgain;
})();
