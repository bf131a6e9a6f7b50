import type { DigestPerson } from '../../domain/index.ts';
import { changeText, frontPageText, gapsOfBoth, intervalText, type LetterModel } from './model.ts';

/** The same letter for programs without HTML: the finding first, then what it rests on. */
export function plainLetter(model: LetterModel, leaveAt: string | null): string {
  const { words, content } = model;
  const parts = [
    [model.finding],
    content.demo ? [words.fiction] : [],
    [`${words.name} · ${model.period}`],
    sharesText(model),
    changesText(model),
    frontPagesText(model),
    gapsText(model),
    correctionsText(model),
    evidenceText(model),
    [
      words.boundary,
      `${words.ownLink}: ${model.links.own}`,
      `${words.archiveLink}: ${model.links.archive}`,
      ...(leaveAt === null ? [] : [`${words.why} ${words.leave}: ${leaveAt}`]),
    ],
  ];
  const written = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[]): string[] {
  return [title, '-'.repeat(title.length), ...lines];
}

function sharesText(model: LetterModel): string[] {
  const { words, formats, content, persons } = model;
  if (persons.length === 0) return [];
  const audited = formats.count(content.audited);
  const basis = words.basis({
    withPersons: formats.count(content.itemsWithPersons),
    items: formats.count(content.itemsCaptured),
    outlets: content.outlets,
  });
  return [
    basis,
    '',
    ...titled(words.shares, [
      ...persons.map((person) => personText(person, model)),
      ...(model.morePersons > 0 ? [words.more(model.morePersons)] : []),
      model.hasCorrected
        ? words.correctedNote(audited)
        : words.auditNote(audited, formats.count(content.auditNeeded)),
    ]),
  ];
}

function personText(person: DigestPerson, model: LetterModel): string {
  const { words, formats } = model;
  const { corrected } = person;
  const interval = intervalText(person, model);
  const better = corrected
    ? `, ${words.corrected} ${formats.percent(corrected.value)} (${interval ?? ''})`
    : '';
  const items = words.items(person.items, formats.count(person.items));
  const before = `${words.weekBefore.toLowerCase()} ${formats.percent(person.shareBefore)}`;
  return `${model.nameOf(person)}: ${formats.percent(person.share)}${better}; ${items}; ${before}`;
}

function changesText(model: LetterModel): string[] {
  const { words, content, rises, falls } = model;
  if (content.itemsCaptured === 0) return [];
  const changed = [...rises, ...falls].map((person) => changeText(person, model));
  const isKnown = content.persons.some(({ shareBefore }) => shareBefore !== null);
  const gapDays = gapsOfBoth(content);
  if (changed.length === 0) changed.push(isKnown ? words.noChanges : words.changesUnknown);
  else if (gapDays > 0) changed.push(words.changesCaution(gapDays));
  return titled(words.changes, changed);
}

function frontPagesText(model: LetterModel): string[] {
  const { words, onFrontPages } = model;
  const lines = onFrontPages.map((person) => frontPageText(person, model));
  return titled(words.frontPages, lines.length > 0 ? lines : [words.frontPagesNone]);
}

function gapsText(model: LetterModel): string[] {
  const { words, formats, content, links } = model;
  const { gapDays, gapDaysBefore, outletDays } = content;
  const of = formats.count(outletDays);
  return titled(words.gaps, [
    gapDays === 0 ? words.noGaps : words.gapsOf({ days: gapDays, of, before: gapDaysBefore }),
    `${words.gapsLink}: ${links.gaps}`,
  ]);
}

function correctionsText({ words, content, links }: LetterModel): string[] {
  const { corrections } = content;
  return titled(words.corrections, [
    corrections === 0 ? words.noCorrections : words.correctionsOf(corrections),
    `${words.correctionsLink}: ${links.corrections}`,
  ]);
}

function evidenceText({ words, content, links }: LetterModel): string[] {
  return titled(words.evidence, [
    `${words.figuresLink}: ${links.figures}`,
    `${words.dataLink}: ${links.data}`,
    `${words.accuracyLink}: ${links.accuracy}`,
    `${words.method(content.methodVersion)} ${words.methodLink}: ${links.method}`,
  ]);
}
