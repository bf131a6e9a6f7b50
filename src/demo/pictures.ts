import { randomFor } from './random.ts';

const skies: readonly (readonly [string, string])[] = [
  ['#9cc4d9', '#f3e3c7'],
  ['#7fa6bd', '#d9e4e4'],
  ['#f0b98d', '#fbe6c9'],
  ['#8795a6', '#cfd6da'],
  ['#a9cdbf', '#f2efdb'],
  ['#c7b6cf', '#f6dfd0'],
];

const hues = ['#3f6b5c', '#4f7a4a', '#5d6f7d', '#7b6a4c', '#2f5d73', '#6a7f52'];

function hill(y: number, sway: readonly [number, number], size: { width: number; height: number }) {
  const { width, height } = size;
  const [a, b] = sway;
  return `M0 ${y} C ${width * 0.25} ${y - a}, ${width * 0.4} ${y + b}, ${width * 0.6} ${y - b / 2} S ${width * 0.9} ${y - a / 2}, ${width} ${y + b / 3} V ${height} H 0 Z`;
}

function boat(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 0h80l-14 18H14z" fill="#5b3a29"/><path d="M38 0v-46l26 40z" fill="#f4efe4"/><path d="M35 0v-38l-22 34z" fill="#d7573b"/></g>`;
}

function house(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 0h64v40H0z" fill="#efe6d4"/><path d="M-8 2 32-24 72 2z" fill="#a4503a"/><path d="M26 16h14v24H26z" fill="#6d5238"/></g>`;
}

function rain(width: number, height: number, draw: () => number): string {
  let lines = '';
  for (let index = 0; index < 60; index++) {
    const x = Math.round(draw() * width);
    const y = Math.round(draw() * height);
    lines += `M${x} ${y}l-6 22`;
  }
  return `<path d="${lines}" stroke="#fff" stroke-opacity=".45" stroke-width="2" fill="none"/>`;
}

/** A drawn landscape instead of a photograph: no real place, no face. */
export function drawPicture(
  name: string,
  topic: string,
  size: { readonly width: number; readonly height: number },
): string {
  const { width, height } = size;
  const random = randomFor('picture', name);
  const [sky, horizon] = random.pick(skies);
  const y = height * (0.45 + random.next() * 0.12);
  const sun = `<circle cx="${random.int(80, width - 80)}" cy="${random.int(50, Math.round(height / 3))}" r="${random.int(26, 44)}" fill="#fff6df" fill-opacity=".85"/>`;
  const hills = [0, 1, 2]
    .map((layer) => {
      const sway = [random.int(30, 110), random.int(10, 60)] as const;
      const path = hill(y + layer * height * 0.12, sway, size);
      return `<path d="${path}" fill="${random.pick(hues)}" fill-opacity="${0.55 + layer * 0.2}"/>`;
    })
    .join('');
  const water = `<path d="${hill(height * 0.84, [12, 10], size)}" fill="#2f6f86"/><path d="M0 ${height * 0.92}h${width}" stroke="#cfe6ea" stroke-opacity=".5" stroke-width="3" stroke-dasharray="60 24"/>`;
  const sea = /cang|iuu|cuu-nan|bien|hai-san|ngu-dan/.test(topic);
  const things = sea
    ? boat(random.int(120, 380), height * 0.83, 1.6) + boat(random.int(520, 780), height * 0.88, 1)
    : house(random.int(90, 300), height * 0.74, 1.5) +
      house(random.int(340, 520), height * 0.76, 1.1) +
      house(random.int(600, 800), height * 0.73, 1.3);
  const wet = /mua|cong-dien|thoi-tiet/.test(topic) ? rain(width, height, random.next) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${horizon}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#s)"/>${sun}${hills}${water}${things}${wet}</svg>`;
}
