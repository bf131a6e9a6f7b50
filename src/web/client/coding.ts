/** What a form says, as it is sent; two equal texts are the same reading. */
function readingOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const isOff = 'checked' in field && /^(checkbox|radio)$/.test(field.type) && !field.checked;
    if (!isOff) fields.append(field.name, field.value);
  }
  return fields.toString();
}

/** Puts a reading back into its form. */
function restore(form: HTMLFormElement, reading: string): void {
  const fields = new URLSearchParams(reading);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const values = fields.getAll(field.name);
    if ('checked' in field && /^(checkbox|radio)$/.test(field.type)) {
      field.checked = values.includes(field.value);
    } else field.value = values[0] ?? field.value;
  }
}

/** Letters alone: "đ" is "d", and marks do not matter. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** A person's row, found by any of their names or by the first letters of its words. */
function matches(row: Element, wanted: string): boolean {
  const names = plain(row.getAttribute('data-person') ?? '');
  return plain(wanted)
    .split(/\s+/)
    .every((word) => names.includes(word));
}

interface Desk {
  readonly page: Document;
  readonly form: HTMLFormElement;
  readonly find: HTMLInputElement;
  /** Readings before the present one, the latest last. */
  readonly past: string[];
  present: string;
  /** The row whose role and place the keys change. */
  row: Element | null;
}

const rowsOf = ({ form }: Desk) => [...form.querySelectorAll('li[data-person]')];
const shownRows = (desk: Desk) => rowsOf(desk).filter((row) => !row.hasAttribute('hidden'));

function narrow(desk: Desk): void {
  for (const row of rowsOf(desk)) {
    const box = row.querySelector<HTMLInputElement>('input');
    const isShown = box?.checked === true || matches(row, desk.find.value);
    row.toggleAttribute('hidden', !isShown);
  }
}

function noteChange(desk: Desk): void {
  const reading = readingOf(desk.form);
  if (reading === desk.present) return;
  desk.past.push(desk.present);
  desk.present = reading;
}

function undo(desk: Desk): void {
  const reading = desk.past.pop();
  if (reading === undefined) return;
  restore(desk.form, reading);
  desk.present = reading;
  narrow(desk);
  desk.form.dispatchEvent(new Event('change', { bubbles: true }));
}

function toggle(desk: Desk, row: Element | undefined): void {
  const box = row?.querySelector<HTMLInputElement>('input');
  if (!row || !box) return;
  desk.row = row;
  box.click();
}

/** Goes on to the next choice of a list, from the last to the first. */
function nextChoice(desk: Desk, index: number): void {
  const select = desk.row?.querySelectorAll('select')[index];
  if (!select) return;
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function nextText({ form }: Desk): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[name="text"]')];
  const at = radios.findIndex((radio) => radio.checked);
  radios[(at + 1) % radios.length]?.click();
}

/** Keys for everything; those of letters and digits only where nothing is being typed. */
function onKey(desk: Desk, event: KeyboardEvent): void {
  const isCommand = event.ctrlKey || event.metaKey;
  const isTyping = event.target === desk.find;
  const act = (action: () => void) => {
    event.preventDefault();
    action();
  };
  if (isCommand && event.key === 'Enter') act(() => desk.form.requestSubmit());
  else if (isCommand && event.key.toLowerCase() === 'z') act(() => undo(desk));
  else if (isCommand || event.altKey) return;
  else if (isTyping && event.key === 'Enter') act(() => tickFirst(desk));
  else if (isTyping && event.key === 'Escape') act(() => clear(desk));
  else if (isTyping) return;
  else if (event.key === '/') act(() => desk.find.focus());
  else if (/^[1-9]$/.test(event.key)) {
    act(() => toggle(desk, shownRows(desk)[Number(event.key) - 1]));
  } else onLetter(desk, event.key.toLowerCase());
}

function onLetter(desk: Desk, key: string): void {
  if (key === 'r') nextChoice(desk, 0);
  else if (key === 'p') nextChoice(desk, 1);
  else if (key === 't') nextText(desk);
}

function tickFirst(desk: Desk): void {
  if (desk.find.value.trim() === '') return;
  toggle(
    desk,
    rowsOf(desk).find((row) => matches(row, desk.find.value)),
  );
  clear(desk);
}

function clear(desk: Desk): void {
  desk.find.value = '';
  desk.find.blur();
  narrow(desk);
}

/** The capitalised words around a place in a text: what a name looks like. */
export function nameAround(text: string, offset: number): string {
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*/gu)) {
    if (match.index <= offset && offset <= match.index + match[0].length) return match[0];
  }
  return '';
}

/** A click on a name in the text looks it up in the list. */
function onTextClick(desk: Desk): void {
  const selection = desk.page.defaultView?.getSelection();
  const node = selection?.anchorNode;
  if (!selection || node?.nodeType !== 3) return;
  const chosen = selection.toString().trim();
  const name = chosen || nameAround(node.textContent ?? '', selection.anchorOffset);
  if (name === '') return;
  // Titles before a name are capitalised too: drop words until somebody is found.
  const words = name.split(' ');
  while (words.length > 1 && !rowsOf(desk).some((row) => matches(row, words.join(' ')))) {
    words.shift();
  }
  desk.find.value = words.join(' ');
  narrow(desk);
  desk.find.focus();
}

/**
 * Sends the draft a moment after the last change. The server answers "no content", to which a
 * browser stays on the page as it is.
 */
function keepDraft(desk: Desk, saved: string): void {
  const { page, form } = desk;
  const state = form.querySelector('[data-state]');
  const button = form.querySelector<HTMLButtonElement>('[formaction]');
  if (!button || !state) return;
  const quiet = page.createElement('input');
  Object.assign(quiet, { type: 'hidden', name: 'quiet', value: '1' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    form.append(quiet);
    form.requestSubmit(button);
    quiet.remove();
    state.textContent = saved;
  };
  form.addEventListener('change', () => {
    state.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(send, 600);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

/** Makes a coding form quick: keys, undo, search, names to click, drafts kept by themselves. */
export function quickenCoding(page: Document): void {
  const place = page.querySelector('[data-coding]');
  const form = place?.querySelector<HTMLFormElement>('form.coding-form');
  const find = form?.querySelector<HTMLInputElement>('[data-find]');
  if (!place || !form || !find) return;
  const desk: Desk = { page, form, find, past: [], present: readingOf(form), row: null };
  for (const hidden of form.querySelectorAll('.find, [data-undo], [data-keys]')) {
    hidden.removeAttribute('hidden');
  }
  find.addEventListener('input', () => narrow(desk));
  form.addEventListener('change', (event) => {
    const row = (event.target as Element | null)?.closest('li[data-person]');
    if (row) desk.row = row;
    noteChange(desk);
    narrow(desk);
  });
  form.querySelector('[data-undo]')?.addEventListener('click', () => undo(desk));
  page.addEventListener('keydown', (event) => onKey(desk, event));
  place.querySelector('[data-coding-text]')?.addEventListener('click', () => onTextClick(desk));
  keepDraft(desk, place.getAttribute('data-saved') ?? '');
}
