/** Says under the pointer, or where the keyboard stands, what a box of a snapshot is. */
export function readBoxes(page: Document): void {
  for (const figure of page.querySelectorAll('.snapshot')) {
    const reading = figure.querySelector('.snapshot-reading');
    if (!reading) continue;
    const say = (event: Event) => {
      const box = (event.target as Element).closest('svg a');
      const words = box?.getAttribute('aria-label') ?? reading.getAttribute('data-empty');
      reading.textContent = words ?? '';
    };
    figure.addEventListener('pointerover', say);
    figure.addEventListener('focusin', say);
  }
}

/** Makes one slider of a day's links: it names the look under it and opens it when let go. */
export function slideThroughDay(page: Document, open: (address: string) => void): void {
  const nav = page.querySelector('.day-looks');
  const links = [...(nav?.querySelectorAll('.looks a') ?? [])];
  if (!nav || links.length < 2) return;
  const label = page.createElement('label');
  label.className = 'day-slider';
  const output = page.createElement('output');
  const slider = page.createElement('input');
  const here = links.findIndex((link) => link.getAttribute('aria-current') === 'page');
  for (const [name, value] of Object.entries({
    type: 'range',
    min: '0',
    max: String(links.length - 1),
    value: String(Math.max(0, here)),
    'aria-label': nav.getAttribute('aria-label') ?? '',
  })) {
    slider.setAttribute(name, value);
  }
  const chosen = () => links[Number(slider.value)];
  const tell = () => {
    const text = chosen()?.textContent ?? '';
    output.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  slider.addEventListener('input', tell);
  slider.addEventListener('change', () => {
    const address = chosen()?.getAttribute('href');
    if (address) open(address);
  });
  tell();
  label.append(slider, output);
  nav.querySelector('details')?.before(label);
}
