/** After a change of address: to the named place, or to the top; focus goes where reading begins. */
export function showAnchor(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  if (target) {
    target.scrollIntoView();
    const field = target.querySelector<HTMLElement>('input:checked, input, select, textarea, button, a[href]');
    field?.focus({ preventScroll: true });
    return;
  }
  window.scrollTo(0, 0);
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
