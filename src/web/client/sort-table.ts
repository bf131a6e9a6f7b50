type Direction = 'ascending' | 'descending';

interface SortClick {
  readonly page: Document;
  readonly link: Element;
  readonly heading: Element;
  readonly table: Element;
  /** Name of the address parameter that holds the order. */
  readonly parameter: string;
  readonly key: string;
}

function valueOf(row: Element, column: number): string | null {
  return row.children[column]?.getAttribute('data-value') ?? null;
}

function compare(left: string | null, right: string | null, language: string): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const [first, second] = [Number(left), Number(right)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return left.localeCompare(right, language, { numeric: true });
}

/** As the server sorts: rows without a value last, equal rows in the order of the figures. */
function sortRows(click: SortClick, direction: Direction): void {
  const { page, heading, table } = click;
  const body = table.querySelector('tbody');
  if (!body) return;
  const column = [...(heading.parentElement?.children ?? [])].indexOf(heading);
  const language = page.documentElement.lang;
  const order = (row: Element) => Number(row.getAttribute('data-order'));
  const given = [...body.children].sort((first, second) => order(first) - order(second));
  const rows = given.sort((first, second) => {
    const [left, right] = [valueOf(first, column), valueOf(second, column)];
    const difference = compare(left, right, language);
    return direction === 'descending' && left !== null && right !== null ? -difference : difference;
  });
  body.append(...rows);
}

function addressOf(page: Document, link: Element): URL {
  return new URL(link.getAttribute('href') ?? '', page.baseURI);
}

/** What every link of the table leads to now, exactly as the server would write it. */
function rewriteLinks(click: SortClick, reversed: boolean): void {
  const { page, table, parameter, link: clicked } = click;
  for (const link of table.querySelectorAll('a[data-sort]')) {
    const address = addressOf(page, link);
    const key = link.getAttribute('data-sort') ?? '';
    address.searchParams.set(parameter, link === clicked && !reversed ? `-${key}` : key);
    link.setAttribute('href', `${address.pathname}${address.search}${address.hash}`);
  }
}

/** Sorts, and returns the address that shows the same. */
function sort(click: SortClick): string {
  const { page, link, heading, table, parameter } = click;
  const address = addressOf(page, link);
  const reversed = (address.searchParams.get(parameter) ?? '').startsWith('-');
  const natural = heading.classList.contains('number') ? 'descending' : 'ascending';
  const opposite = natural === 'descending' ? 'ascending' : 'descending';
  const direction = reversed ? opposite : natural;
  sortRows(click, direction);
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', direction);
  rewriteLinks(click, reversed);
  return `${address.pathname}${address.search}${address.hash}`;
}

/** The click's parts, or null where it is not a plain click on a sorting heading. */
function readClick(page: Document, event: MouseEvent): SortClick | null {
  if (event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const target = event.target as Element | null;
  const link = target?.closest('table[data-sortable] a[data-sort]');
  const heading = link?.closest('th');
  const table = link?.closest('table');
  const parameter = table?.getAttribute('data-sortable');
  const key = link?.getAttribute('data-sort');
  if (!link || !heading || !table || !parameter || !key) return null;
  return { page, link, heading, table, parameter, key };
}

/**
 * Sorts tables on the page itself; the headings stay links for everyone else and for a new tab.
 * `showAddress` is told the address of each new order.
 */
export function sortInPlace(page: Document, showAddress: (address: string) => void): void {
  page.addEventListener('click', (event) => {
    const click = readClick(page, event);
    if (click === null) return;
    event.preventDefault();
    showAddress(sort(click));
  });
}
