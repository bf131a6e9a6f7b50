import { randomFor, type Random } from './random.ts';

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

const place = (x: number, y: number, scale: number, shapes: string): string =>
  `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})">${shapes}</g>`;

const shapes = {
  boat: '<path d="M0 0h80l-14 18H14z" fill="#5b3a29"/><path d="M38 0v-46l26 40z" fill="#f4efe4"/><path d="M35 0v-38l-22 34z" fill="#d7573b"/>',
  trawler:
    '<path d="M-6-4h150l-20 30H14z" fill="#2c5f8a"/><path d="M-6-4h150l-5 8H-2z" fill="#d7573b"/><path d="M30-34h44v30H30z" fill="#f1ead9"/><path d="M36-28h10v10H36zM52-28h10v10H52z" fill="#45677d"/><path d="M96-4v-60M96-62l44 54M96-62 70-34" stroke="#4a3d33" stroke-width="3"/>',
  house:
    '<path d="M0 0h64v40H0z" fill="#efe6d4"/><path d="M-8 2 32-24 72 2z" fill="#a4503a"/><path d="M26 16h14v24H26z" fill="#6d5238"/>',
  school:
    '<path d="M0 0h220v60H0z" fill="#f3d99b"/><path d="M-6-8h232v10H-6z" fill="#a4503a"/><path d="M90-34h40v28H90z" fill="#f3d99b"/><path d="M84-34h52l-26-16z" fill="#a4503a"/><path d="M12 12h26v20H12zM50 12h26v20H50zM144 12h26v20h-26zM182 12h26v20h-26z" fill="#5f8aa0"/><path d="M98 24h24v36H98z" fill="#7a5638"/><path d="M110-50v-30" stroke="#555" stroke-width="2"/><path d="M110-80h22v14h-22z" fill="#d0312d"/>',
  tower:
    '<path d="M0 0h70v-150H0z" fill="#dfe5e6"/><path d="M10-140h12v14H10zM30-140h12v14H30zM50-140h12v14H50zM10-112h12v14H10zM30-112h12v14H30zM50-112h12v14H50zM10-84h12v14H10zM30-84h12v14H30zM50-84h12v14H50zM10-56h12v14H10zM30-56h12v14H30zM50-56h12v14H50zM28-22h16V0H28z" fill="#6b8896"/>',
  hall: '<path d="M0 0h260v70H0z" fill="#e9e2d2"/><path d="M-10-10h280v14H-10z" fill="#8c2f28"/><path d="M110-52 20-10h220z" fill="#8c2f28" transform="translate(20 0)"/><path d="M24 8h16v62H24zM72 8h16v62H72zM172 8h16v62h-16zM220 8h16v62h-16z" fill="#cfc4ab"/><path d="M112 20h36v50h-36z" fill="#6d5238"/>',
  factory:
    '<path d="M0 0h240v60H0z" fill="#b8c3c9"/><path d="M0 0l40-26v26l40-26v26l40-26v26l40-26v26z" fill="#8fa0aa"/><path d="M196-80h16v80h-16zM220-66h14v66h-14z" fill="#a4503a"/><path d="M16 18h30v18H16zM66 18h30v18H66zM116 18h30v18h-30zM166 18h30v18h-30z" fill="#eef3f5"/>',
  palm: '<path d="M0 0c4-30 2-60-4-92h8c8 34 8 62 6 92z" fill="#7a5a3a"/><path d="M0-92c-30-18-52-8-64 10 24-10 44-8 62-6-18 6-32 20-34 40 14-18 26-26 38-32 6 10 12 20 12 38 8-20 6-32 0-42 16 0 30 6 44 20-4-24-24-34-44-32 14-10 28-12 42-8-16-16-40-10-56 12z" fill="#3f7a4a"/>',
  bridge:
    '<path d="M0 0h520v14H0z" fill="#8d8577"/><path d="M0 14c60 60 120 60 173 0 53 60 120 60 173 0 53 60 120 60 174 0v10c-54 66-121 66-174 6-53 60-120 60-173 6-53 54-113 54-173-12z" fill="#a89f8f"/><path d="M168 10h12v70h-12zM341 10h12v70h-12z" fill="#8d8577"/>',
  clinic:
    '<path d="M0 0h190v-84H0z" fill="#eef4f5"/><path d="M-6-94h202v12H-6z" fill="#4c93a8"/><path d="M84-70h22v44H84z" fill="#d0312d" transform="translate(0 4)"/><path d="M73-55h44v14H73z" fill="#d0312d"/><path d="M14-66h30v20H14zM146-66h30v20h-30zM14-34h30v20H14zM146-34h30v20h-30z" fill="#7fb0bf"/>',
  stand:
    '<path d="M0 0h70v-36H0z" fill="#c8763f"/><path d="M-8-36h86l-10-26H2z" fill="#d7573b"/><path d="M14-36V-62h14v26zM42-36V-62h14v26z" fill="#f5efe2"/><circle cx="16" cy="-8" r="8" fill="#7fa64a"/><circle cx="36" cy="-8" r="8" fill="#e0b33c"/><circle cx="55" cy="-8" r="8" fill="#b6452f"/>',
};

type Shape = keyof typeof shapes;

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
  return `M0 ${y}C${width * 0.25} ${y - a},${width * 0.4} ${y + b},${width * 0.6} ${y - b / 2}S${width * 0.9} ${y - a / 2},${width} ${y + b / 3}V${height}H0Z`;
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
    return place(x, y - (shape === 'factory' ? 60 * scale : lift) + 20, scale, shapes[shape]);
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
  const water = `<path d="${hill(height * 0.84, [12, 10], size)}" fill="${wet ? '#7a6f57' : river ? '#2f6f86' : '#8a9a62'}"/><path d="M0 ${height * 0.93}h${width}" stroke="${river ? '#cfe6ea' : '#e9dfc0'}" stroke-opacity=".5" stroke-width="3" stroke-dasharray="60 24"/>`;
  const sky2 = `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${horizon}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#s)"/>`;
  const scene = sky2 + sun + hills + water + things(topic, size, random);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">${scene}${wet ? rain(size, random) : ''}</svg>`;
}
