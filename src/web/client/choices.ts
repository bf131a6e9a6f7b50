/** Closes an open list of choices on Escape and on a click beside it, as menus do. */
export function closeChoices(page: Document): void {
  const open = () => page.querySelectorAll('details[data-dismiss][open]');
  page.addEventListener('click', (event) => {
    for (const details of open()) {
      if (!details.contains(event.target as Node | null)) details.removeAttribute('open');
    }
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const details of open()) {
      details.removeAttribute('open');
      details.querySelector('summary')?.focus();
    }
  });
}
