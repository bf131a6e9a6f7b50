import type { CSSProperties } from 'react';

const paper = '#fbfaf7';
const ink = '#1b1b18';
const quiet = '#5c594f';
const line = '#dbd8ce';
const accent = '#1d3f9c';
const sans = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
const serif = "'Source Serif 4', 'Noto Serif', Georgia, serif";

const text: CSSProperties = { fontFamily: sans, fontSize: 16, lineHeight: '26px', color: ink };
const cell: CSSProperties = {
  ...text,
  borderBottom: `1px solid ${line}`,
  padding: '8px 0',
  verticalAlign: 'top',
};
const head: CSSProperties = { ...cell, fontSize: 13, lineHeight: '20px', color: quiet };
const number: CSSProperties = { textAlign: 'right', width: '29%', paddingLeft: 8 };

/** All that a letter looks like: mail programs read little but what stands on an element. */
export const styles = {
  body: { backgroundColor: paper, margin: 0, padding: 0 },
  container: { backgroundColor: paper, maxWidth: 600, width: '100%', padding: '24px 16px' },
  finding: {
    fontFamily: serif,
    fontSize: 24,
    lineHeight: '34px',
    fontWeight: 600,
    color: ink,
    margin: '0 0 8px',
  },
  unbroken: { whiteSpace: 'nowrap' },
  fiction: {
    ...text,
    fontSize: 15,
    lineHeight: '24px',
    backgroundColor: '#f3e9c9',
    padding: '8px 12px',
    margin: '8px 0',
  },
  title: {
    fontFamily: serif,
    fontSize: 19,
    lineHeight: '28px',
    fontWeight: 600,
    color: ink,
    margin: '28px 0 4px',
  },
  text: { ...text, margin: '4px 0' },
  quiet: { ...text, fontSize: 14, lineHeight: '22px', color: quiet, margin: '4px 0' },
  small: { display: 'block', fontSize: 13, lineHeight: '20px', color: quiet, fontWeight: 400 },
  link: { color: accent, textDecoration: 'underline' },
  // What stands in its place where pictures are off is read like any other line.
  picture: {
    ...text,
    fontSize: 14,
    lineHeight: '22px',
    display: 'block',
    width: '100%',
    maxWidth: 520,
    height: 'auto',
    margin: '8px 0 12px',
  },
  row: { width: '100%' },
  name: { ...cell },
  number: { ...cell, ...number, fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  headName: { ...head },
  headNumber: { ...head, ...number },
  rule: { borderTop: `1px solid ${line}`, borderBottom: 0, margin: '28px 0 8px' },
} as const satisfies Readonly<Record<string, CSSProperties>>;

/** Where a mail program knows the dark, by class. */
export const darkSheet = [
  ':root { color-scheme: light dark; supported-color-schemes: light dark; }',
  '@media (prefers-color-scheme: dark) {',
  'body, body > table > tbody > tr > td, .paper { background-color: #16171a !important; }',
  '.ink { color: #ecebe6 !important; }',
  '.quiet { color: #b3b0a6 !important; }',
  '.rule { border-color: #3a3b40 !important; }',
  '.link { color: #9db8ff !important; }',
  '.fiction { background-color: #4a4020 !important; color: #f5edd2 !important; }',
  '}',
].join(' ');
