/** Judging a picture by keys: a digit chooses an answer, Enter hands it in. */
export function quickenLook(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-look] form.coding-form');
  if (!form) return;
  form.querySelector('[data-keys]')?.removeAttribute('hidden');
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key)) {
      const answers = form.querySelectorAll<HTMLInputElement>('input[name="look"]');
      answers[Number(event.key) - 1]?.click();
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLAnchorElement)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}
