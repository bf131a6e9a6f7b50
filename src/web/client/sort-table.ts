type Direction = 'ascending' | 'descending';

function valueOf(row: HTMLTableRowElement, column: number): string | null {
  return row.cells[column]?.dataset['value'] ?? null;
}

function compare(left: string | null, right: string | null, language: string): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const [first, second] = [Number(left), Number(right)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return left.localeCompare(right, language, { numeric: true });
}

/** As the server sorts: rows without a value last, equal rows in the order of the figures. */
function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  if (!body) return;
  const language = document.documentElement.lang;
  const order = (row: HTMLTableRowElement) => Number(row.dataset['order']);
  const given = [...body.rows].sort((first, second) => order(first) - order(second));
  const rows = given.sort((first, second) => {
    const [left, right] = [valueOf(first, column), valueOf(second, column)];
    const order = compare(left, right, language);
    return direction === 'descending' && left !== null && right !== null ? -order : order;
  });
  body.append(...rows);
}

/** The link now leads to the other direction, exactly as the server would write it. */
function flipLink(link: HTMLAnchorElement, parameter: string): void {
  const address = new URL(link.href);
  const value = address.searchParams.get(parameter) ?? '';
  address.searchParams.set(parameter, value.startsWith('-') ? value.slice(1) : `-${value}`);
  link.href = address.href;
}

function handle(event: MouseEvent, link: HTMLAnchorElement): void {
  const heading = link.closest('th');
  const table = link.closest('table');
  const parameter = table?.dataset['sortable'];
  const key = link.dataset['sort'];
  if (!heading || !table || !parameter || !key) return;
  event.preventDefault();
  const reversed = (new URL(link.href).searchParams.get(parameter) ?? '').startsWith('-');
  const natural = heading.classList.contains('number') ? 'descending' : 'ascending';
  const opposite = natural === 'descending' ? 'ascending' : 'descending';
  const direction: Direction = reversed ? opposite : natural;
  sortRows(table, heading.cellIndex, direction);
  for (const other of table.querySelectorAll<HTMLElement>('th[aria-sort]')) {
    other.removeAttribute('aria-sort');
  }
  heading.setAttribute('aria-sort', direction);
  history.replaceState(null, '', link.href);
  resetLinks(table, parameter);
  if (!reversed) flipLink(link, parameter);
}

/** Before a heading is flipped every link leads to its natural direction. */
function resetLinks(table: HTMLTableElement, parameter: string): void {
  for (const link of table.querySelectorAll<HTMLAnchorElement>('a[data-sort]')) {
    const address = new URL(link.href);
    address.searchParams.set(parameter, link.dataset['sort'] ?? '');
    link.href = address.href;
  }
}

/** Sorts tables on the page itself; the headings stay links for everyone else and for a new tab. */
export function sortInPlace(page: Document): void {
  page.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('table[data-sortable] a[data-sort]');
    if (link) handle(event, link);
  });
}
