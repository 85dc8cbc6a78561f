/** Moves focus in a table of fields: Enter down, Shift+Enter up; other keys stay the browser's. For `onKeyDown` of a table. */
export function moveInTable(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const cell = field.closest('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const at = [...row.children].indexOf(cell);
  const fieldOf = (other: Element) =>
    other.children[at]?.querySelector<HTMLInputElement | HTMLSelectElement>('input:enabled, select:enabled');
  const step = (from: Element) => (event.shiftKey ? from.previousElementSibling : from.nextElementSibling);
  let next = step(row);
  while (next && !fieldOf(next)) next = step(next);
  const target = next && fieldOf(next);
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement) target.select();
}
