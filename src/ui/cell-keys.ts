/** Moves focus in a table of inputs: Enter down, Shift+Enter up; other keys stay the browser's. For `onKeyDown` of a table. */
export function moveInTable(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
  const input = event.target instanceof HTMLInputElement ? event.target : null;
  const cell = input?.closest('td, th');
  const row = cell?.closest('tr');
  if (!input || !cell || !row) return;
  const at = [...row.children].indexOf(cell);
  let next = event.shiftKey ? row.previousElementSibling : row.nextElementSibling;
  while (next && !next.children[at]?.querySelector('input')) {
    next = event.shiftKey ? next.previousElementSibling : next.nextElementSibling;
  }
  const target = next?.children[at]?.querySelector('input');
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.select();
}
