import { randomFor, type Random } from './random.ts';
import { type Shape, shapes } from './shapes.ts';

type Size = { readonly width: number; readonly height: number };

const skies: readonly (readonly [string, string])[] = [
  ['#9cc4d9', '#f3e3c7'],
  ['#7fb0cc', '#e4ecea'],
  ['#f0b98d', '#fbe6c9'],
  ['#a9cdbf', '#f2efdb'],
  ['#c7b6cf', '#f6dfd0'],
  ['#6f9fc4', '#cfe3ee'],
];
const wetSkies: readonly (readonly [string, string])[] = [
  ['#6d7c8c', '#b9c3c9'],
  ['#7d8a92', '#c9cfce'],
  ['#5f7282', '#a9b8bd'],
];
const hues = ['#3f6b5c', '#4f7a4a', '#5d6f7d', '#7b6a4c', '#2f5d73', '#6a7f52', '#86794a'];

type Spot = { readonly x: number; readonly y: number; readonly scale: number };

const place = ({ x, y, scale }: Spot, shapes: string): string =>
  `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})">${shapes}</g>`;

/** What a picture shows, by the topic of its article: shape, how many, how big. */
const scenes: readonly (readonly [RegExp, Shape, number, number])[] = [
  [/cang-ca|iuu|ngu-dan|cuu-nan/, 'trawler', 2, 1.7],
  [/gia-hai-san|ocop/, 'stand', 5, 1.7],
  [/truong|hoc-bong|tuyen-sinh|giao-thong|ong-thuan-khong/, 'school', 1, 2.1],
  [/hoi-nghi|hdnd|bau-chu|ban-giao|giai-ngan|doanh-nghiep|so|cong-dan/, 'hall', 1, 2],
  [/khu-cong/, 'factory', 1, 2.1],
  [/nha-o|via-he|mot-cua|rac|dien-nuoc|duong-cao|hai-ong|lua-dao/, 'tower', 5, 1.4],
  [/cau/, 'bridge', 1, 1.6],
  [/y-te|tiem|benh|mau/, 'clinic', 1, 2],
  [/du-lich|le-hoi|the-thao|trong-cay|gioi-thieu/, 'palm', 5, 1.9],
];
const fallback = [/./, 'house', 4, 1.5] as const;

function hill(y: number, sway: readonly [number, number], { width, height }: Size): string {
  const [a, b] = sway;
  const curve = `C${width * 0.25} ${y - a},${width * 0.4} ${y + b},${width * 0.6} ${y - b / 2}`;
  const end = `S${width * 0.9} ${y - a / 2},${width} ${y + b / 3}`;
  return `M0 ${y}${curve}${end}V${height}H0Z`;
}

function rain({ width, height }: Size, random: Random): string {
  let lines = '';
  for (let index = 0; index < 90; index++) {
    lines += `M${random.int(0, width)} ${random.int(0, height)}l-6 22`;
  }
  return `<path d="${lines}" stroke="#fff" stroke-opacity=".45" stroke-width="2" fill="none"/>`;
}

function things(topic: string, size: Size, random: Random): string {
  const [, shape, count, scale] = scenes.find(([pattern]) => pattern.test(topic)) ?? fallback;
  const step = size.width / count;
  const floats = shape === 'trawler' || shape === 'boat';
  return Array.from({ length: count }, (_, index) => {
    const x = index * step + step * (0.12 + random.next() * 0.3);
    const y = size.height * (floats ? 0.86 + index * 0.04 : 0.78) + random.int(-8, 8);
    const lift = shape === 'house' || shape === 'school' || shape === 'hall' ? 60 * scale : 0;
    const raised = y - (shape === 'factory' ? 60 * scale : lift) + 20;
    return place({ x, y: raised, scale }, shapes[shape]);
  }).join('');
}

/** A drawn scene instead of a photograph: no real place, no face. */
export function drawPicture(name: string, topic: string, size: Size): string {
  const { width, height } = size;
  const random = randomFor('picture', name);
  const wet = /mua|cong-dien|thoi-tiet|cuu-nan/.test(topic);
  const [sky, horizon] = random.pick(wet ? wetSkies : skies);
  const y = height * (0.42 + random.next() * 0.14);
  const sun = wet
    ? ''
    : `<circle cx="${random.int(80, width - 80)}" cy="${random.int(50, Math.round(height / 3))}" r="${random.int(26, 44)}" fill="#fff6df" fill-opacity=".85"/>`;
  const hills = [0, 1, 2]
    .map((layer) => {
      const sway = [random.int(30, 110), random.int(10, 60)] as const;
      const path = hill(y + layer * height * 0.12, sway, size);
      return `<path d="${path}" fill="${random.pick(hues)}" fill-opacity="${0.5 + layer * 0.22}"/>`;
    })
    .join('');
  const river = wet || /cang|iuu|ngu-dan|cau|bien|du-lich|gioi-thieu|hai-san/.test(topic);
  const ground = wet ? '#7a6f57' : river ? '#2f6f86' : '#8a9a62';
  const waves = river ? '#cfe6ea' : '#e9dfc0';
  const water = [
    `<path d="${hill(height * 0.84, [12, 10], size)}" fill="${ground}"/>`,
    `<path d="M0 ${height * 0.93}h${width}" stroke="${waves}" stroke-opacity=".5"`,
    ' stroke-width="3" stroke-dasharray="60 24"/>',
  ].join('');
  const sky2 = `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${horizon}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#s)"/>`;
  const scene = sky2 + sun + hills + water + things(topic, size, random);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">${scene}${wet ? rain(size, random) : ''}</svg>`;
}
