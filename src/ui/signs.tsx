/** The signs of the program: 20×20, stroke 2, currentColor. A new sign only for a new state. */
export const signs = {
  logo: (
    <>
      <rect x="2" y="2" width="16" height="16" rx="3" />
      <path d="M6 2v16" stroke-width="1.2" />
      <path d="M8.5 10.5l2.5 2.5 4.5-5.5" />
    </>
  ),
  yes: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M6 10.5l3 3 5-6" />
    </>
  ),
  part: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 2a8 8 0 0 0 0 16z" fill="currentColor" />
    </>
  ),
  no: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M7 7l6 6M13 7l-6 6" />
    </>
  ),
  na: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M6.5 10h7" />
    </>
  ),
  np: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14.3v.1" />
    </>
  ),
  empty: (
    <>
      <circle cx="10" cy="10" r="8" stroke-dasharray="2.5 3" />
    </>
  ),
  crit: (
    <>
      <path d="M10 1.5L18.5 10 10 18.5 1.5 10z" />
      <path d="M10 6v5M10 14v.1" />
    </>
  ),
  warn: (
    <>
      <path d="M10 2.5L18.5 17h-17z" />
      <path d="M10 8v4M10 14.5v.1" />
    </>
  ),
  stop: (
    <>
      <path d="M6.5 2h7L18 6.5v7L13.5 18h-7L2 13.5v-7z" />
      <path d="M10 6v5M10 14v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9.5V14M10 6v.1" />
    </>
  ),
  clash: (
    <>
      <circle cx="7.5" cy="10" r="5.5" />
      <circle cx="12.5" cy="10" r="5.5" />
    </>
  ),
  back: (
    <>
      <path d="M7 4L3 8l4 4" />
      <path d="M3 8h9a5 5 0 0 1 0 9H8" />
    </>
  ),
  neq: (
    <>
      <path d="M4 7.5h12M4 12.5h12M13 4L7 16" />
    </>
  ),
  disk: (
    <>
      <rect x="2" y="3" width="16" height="11" rx="2" />
      <path d="M7 17.5h6M7 8.5l2.5 2.5L13.5 6.5" />
    </>
  ),
  up: (
    <>
      <path d="M10 15V4M5.5 8.5L10 4l4.5 4.5M3 18h14" />
    </>
  ),
  dbl: (
    <>
      <path d="M1.5 10.5l4 4 7-9M9.5 13l1.5 1.5 7.5-9" />
    </>
  ),
  off: (
    <>
      <path d="M2 2l16 16M5 8.5a8 8 0 0 1 3-1.6M12 7a8 8 0 0 1 3 1.7M7.5 11.5a4 4 0 0 1 1.5-.9M10 15v.1" />
    </>
  ),
  file: (
    <>
      <path d="M5 2h7l4 4v12H5zM12 2v4h4" />
    </>
  ),
  usb: (
    <>
      <rect x="6" y="7" width="8" height="11" rx="2" />
      <path d="M7.5 7V2h5v5M9 4.5v.1M11 4.5v.1" />
    </>
  ),
  print: (
    <>
      <path d="M6 7V2h8v5M6 14H3V8h14v6h-3M6 12h8v6H6z" />
    </>
  ),
  next: (
    <>
      <path d="M3 10h14M11.5 4.5L17 10l-5.5 5.5" />
    </>
  ),
  prev: (
    <>
      <path d="M17 10H3M8.5 4.5L3 10l5.5 5.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5v5l3 2.5" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="9" rx="1.5" />
      <path d="M6.5 9V6a3.5 3.5 0 0 1 7 0v3" />
    </>
  ),
  phone: (
    <>
      <path d="M4 2h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5V16a2 2 0 0 1-2 2A14 14 0 0 1 2 4a2 2 0 0 1 2-2z" />
    </>
  ),
  plus: (
    <>
      <path d="M10 3v14M3 10h14" />
    </>
  ),
  bin: (
    <>
      <path d="M3 5h14M8 5V2.5h4V5M5 5l1 13h8l1-13" />
    </>
  ),
  find: (
    <>
      <circle cx="8.5" cy="8.5" r="6" />
      <path d="M13 13l5 5" />
    </>
  ),
  hist: (
    <>
      <path d="M3 4v4h4M3.5 8a7.5 7.5 0 1 1-1 4" />
      <path d="M10 6v4.5l3 1.5" />
    </>
  ),
  load: (
    <>
      <path d="M10 2a8 8 0 1 1-8 8" />
    </>
  ),
  home: (
    <>
      <path d="M2.5 9L10 2.5 17.5 9M5 8v9.5h10V8" />
    </>
  ),
  pen: (
    <>
      <path d="M3 17l1-4L14 3l3 3L7 16zM11.5 5.5l3 3" />
    </>
  ),
  grid: (
    <>
      <rect x="2" y="3" width="16" height="14" rx="1" />
      <path d="M2 8h16M2 12.5h16M8 3v14" />
    </>
  ),
  chart: (
    <>
      <path d="M3 2v15h15M7 14V9M11 14V5M15 14v-3" />
    </>
  ),
  doc: (
    <>
      <path d="M4 2h9l4 4v12H4zM7 9h7M7 12.5h7M7 6h3" />
    </>
  ),
  people: (
    <>
      <circle cx="7" cy="6.5" r="3.5" />
      <path d="M1 18c0-4 2.5-6 6-6s6 2 6 6M13 3.5a3.5 3.5 0 0 1 0 6M15.5 12.5c2.5.8 3.5 2.8 3.5 5.5" />
    </>
  ),
} as const;

export type Sign = keyof typeof signs;
