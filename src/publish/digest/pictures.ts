import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { personColours, weekFrontPages, weekShares } from '../charts/index.ts';
import { hoursText, intervalText, type LetterModel } from './model.ts';

/** A picture of a letter, with what it says for who does not see it. */
export interface LetterPicture {
  readonly name: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
  /** As drawn, pixels of the page. */
  readonly width: number;
  readonly height: number;
}

/** Drawn for a telephone; a wide window shows it larger. */
const drawnWidth = 400;
/** Dots of the picture for one of the page: sharp on every screen. */
const scale = 2.5;
const paper = '#fbfaf7';
const ink = '#1b1b18';

const require = createRequire(import.meta.url);
const fontFiles = [
  '400Regular/BeVietnamPro_400Regular',
  '600SemiBold/BeVietnamPro_600SemiBold',
].map((file) => require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}.ttf`));

/** A letter has no style sheet that could name colours; its paper is the same in the dark. */
function pngOf(svg: string): Pick<LetterPicture, 'bytes' | 'width' | 'height'> {
  const coloured = svg
    .replaceAll(/var\(--person-(\d),[^)]*\)/g, (_match, index: string) => {
      return personColours[Number(index) - 1]?.light ?? ink;
    })
    .replace('<svg ', `<svg color="${ink}" `);
  const drawn = new Resvg(coloured, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' },
    fitTo: { mode: 'zoom', value: scale },
    background: paper,
  }).render();
  return {
    bytes: drawn.asPng(),
    width: Math.round(drawn.width / scale),
    height: Math.round(drawn.height / scale),
  };
}

/** The pictures of a letter; none for which there are no figures. */
export function letterPictures(model: LetterModel): LetterPicture[] {
  return [sharesPicture(model), frontPagesPicture(model)].filter((one) => one !== null);
}

function sharesPicture(model: LetterModel): LetterPicture | null {
  const { words, formats } = model;
  const persons = model.persons.filter(({ share }) => share !== null);
  if (persons.length === 0) return null;
  const list = persons.map((person) => {
    const interval = intervalText(person, model);
    const share = `${model.nameOf(person)} ${formats.percent(person.share)}`;
    return interval === null ? share : `${share} (${words.corrected} ${interval})`;
  });
  const { svg } = weekShares({
    ...frameOf(model, words.shares),
    id: 'shares',
    rows: persons.map((person) => {
      const { personId, share, shareBefore: before, corrected } = person;
      return { personId, name: model.nameOf(person), share: share ?? 0, before, corrected };
    }),
    words: {
      person: words.person,
      share: words.thisWeek,
      corrected: words.corrected,
      before: words.weekBefore,
    },
  });
  return { name: 'shares.png', alt: words.sharesAlt(list.join('; ')), ...pngOf(svg) };
}

function frontPagesPicture(model: LetterModel): LetterPicture | null {
  const { words, onFrontPages } = model;
  if (onFrontPages.length === 0) return null;
  const list = onFrontPages.map(
    (one) => `${model.nameOf(one)} ${hoursText(one, model)} ${words.hours}`,
  );
  const { svg } = weekFrontPages({
    ...frameOf(model, words.frontPages),
    id: 'front-pages',
    rows: onFrontPages.map((person) => {
      const { low = 0, high = 0 } = person.frontPage ?? {};
      return { personId: person.personId, name: model.nameOf(person), low, high };
    }),
    words: {
      person: words.person,
      sure: words.sure,
      possible: words.possible,
      hours: words.hours,
    },
  });
  return { name: 'front-pages.png', alt: words.frontPagesAlt(list.join('; ')), ...pngOf(svg) };
}

function frameOf({ formats, period }: LetterModel, title: string) {
  return { width: drawnWidth, title, subtitle: period, alt: title, formats };
}
