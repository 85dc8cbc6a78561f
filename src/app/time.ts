const two = (value: number): string => String(value).padStart(2, '0');

/** The device's day, YYYY-MM-DD. */
export const localDay = (time: Date): string =>
  `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;

/** HH:MM on the device's clock. */
export const clockText = (time: Date): string => `${two(time.getHours())}:${two(time.getMinutes())}`;

/** ISO 8601 with the device's offset, to the second: what a revision carries for people. */
export function localInstant(time: Date): string {
  const offset = -time.getTimezoneOffset();
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${localDay(time)}T${clockText(time)}:${two(time.getSeconds())}${zone}`;
}
