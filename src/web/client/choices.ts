/** Closes an open list of choices on Escape and on a click beside it, as menus do. */
export function closeChoices(page: Document): void {
  const open = () => page.querySelectorAll<HTMLDetailsElement>('details[data-dismiss][open]');
  page.addEventListener('click', (event) => {
    for (const details of open()) {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    }
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const details of open()) {
      details.open = false;
      details.querySelector('summary')?.focus();
    }
  });
}
