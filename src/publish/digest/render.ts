import { createElement } from 'react';
import type { DigestContent, DigestLetter } from '../../domain/index.ts';
import type { Language } from '../charts/index.ts';
import { letterModel } from './model.ts';
import { plainLetter } from './plain.ts';

/** A letter written out from its figures. */
export async function renderLetter(
  content: DigestContent,
  options: {
    readonly language: Language;
    /** Where readers reach the pages, for the letter's links. */
    readonly origin: string;
    readonly pictureAt: (name: string) => string;
    readonly leaveAt: string | null;
  },
): Promise<DigestLetter> {
  const { language, origin, pictureAt, leaveAt } = options;
  // Loaded when a letter is written: they take longer to load than most commands to run.
  const [{ render }, { Letter }, { letterPictures }] = await Promise.all([
    import('@react-email/render'),
    import('./letter.tsx'),
    import('./pictures.ts'),
  ]);
  const model = letterModel(content, { language, origin });
  const pictures = letterPictures(model);
  const html = await render(createElement(Letter, { model, pictures, pictureAt, leaveAt }));
  return {
    week: content.week,
    language,
    subject: model.subject,
    finding: model.finding,
    html,
    text: plainLetter(model, leaveAt),
    pictures: pictures.map(({ name, bytes }) => ({ name, bytes })),
  };
}
