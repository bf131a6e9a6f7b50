import { storyKinds } from './bank/index.ts';
import type { StoryKind } from './bank/parse.ts';
import { correctedFact, makeFacts } from './facts.ts';
import type { Draft, OutletId, PressArticle, Version } from './model.ts';
import { hourMs, localParts, localTime, minuteMs } from './moment.ts';
import { assignments, type Assignment, type Newsroom } from './plan.ts';
import { randomFor, type Random } from './random.ts';
import {
  castStory,
  composeDraft,
  composeTitle,
  composeUpdate,
  inOldTones,
  type Telling,
} from './stories.ts';
import { slug } from './words.ts';

const appetites: Readonly<Record<OutletId, number>> = {
  'bao-song-thanh': 0.85,
  'luu-giang-online': 0.6,
  'dai-song-thanh': 0.35,
};

function articlePath(
  outletId: OutletId,
  { section, title, number }: { section: string; title: string; number: number },
): string {
  const words = slug(title).slice(0, 90).replace(/-$/, '');
  if (outletId === 'bao-song-thanh') return `/${section}/${words}-${100_000 + number}.html`;
  if (outletId === 'luu-giang-online') return `/tin-tuc/${words}-${20_000 + number}.htm`;
  return `/tin/${7_000 + number}/${words}`;
}

/** A wire copy changes little: sometimes the headline, a sentence less, the end cut. */
function wireDraft(draft: Draft, telling: Telling, random: Random): Draft {
  const title = random.chance(0.5) ? composeTitle(telling, random.int(1, 9)) : draft.title;
  const paragraphs = draft.paragraphs.map((entry, index) => {
    const bare = entry.sentences.filter(({ spans }) => spans.length === 0);
    const drop = index > 1 && entry.sentences.length > 1 && bare.length > 0 && random.chance(0.25);
    const dropped = drop ? random.pick(bare) : null;
    return { ...entry, sentences: entry.sentences.filter((sentence) => sentence !== dropped) };
  });
  const cut = paragraphs.length > 5 && random.chance(0.3);
  return {
    title,
    paragraphs: cut ? paragraphs.slice(0, -1) : paragraphs,
    captions: draft.captions.slice(0, 1),
  };
}

function edit(telling: Telling, first: Draft, random: Random): Omit<Version, 'atMs'> | null {
  const draw = random.next();
  const update = draw < 0.5 ? composeUpdate(telling, first) : null;
  if (update) {
    return { draft: { ...first, paragraphs: [...first.paragraphs, update] }, change: 'update' };
  }
  if (draw < 0.8) {
    const corrected = correctedFact(telling.kind, telling.facts, random);
    if (!corrected) return null;
    const facts = new Map(telling.facts).set(...corrected);
    const draft = composeDraft({ ...telling, facts });
    if (JSON.stringify(draft) !== JSON.stringify(first)) return { draft, change: 'correction' };
  }
  const title = composeTitle(telling, random.int(10, 99));
  return title.text === first.title.text
    ? null
    : { draft: { ...first, title }, change: 'retitled' };
}

function versions(telling: Telling, draft: Draft, random: Random): Version[] {
  const list: Version[] = [{ atMs: telling.publishedMs, draft, change: 'published' }];
  if (!telling.dated || !random.chance(0.16)) return list;
  const next = edit(telling, draft, random);
  if (next) {
    const delayMs = random.chance(0.75)
      ? random.int(35, 300) * minuteMs
      : random.int(9, 30) * hourMs;
    list.push({ ...next, atMs: telling.publishedMs + delayMs });
  }
  return list;
}

function tags(kind: StoryKind, facts: ReadonlyMap<string, string>): string[] {
  const place = facts.get('xa');
  return place ? [...kind.tags, place] : [...kind.tags];
}

class Desk {
  readonly articles: PressArticle[] = [];
  readonly #newsroom: Newsroom;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
  }

  write(assignment: Assignment): void {
    const { seed, handover } = this.#newsroom;
    const { kind, storyId } = assignment;
    const random = randomFor(seed, storyId, 'facts');
    const first = assignment.outlets[0];
    if (!first) return;
    const eventMs = Math.max(
      localTime(localParts(first.publishedMs).day, 7 * 60),
      first.publishedMs - random.int(50, 190) * minuteMs,
    );
    const facts = makeFacts(kind, random, eventMs);
    const cast = castStory(kind, random, { publishedMs: first.publishedMs, handover });
    let original: PressArticle | null = null;
    for (const { outletId, publishedMs, wire } of assignment.outlets) {
      const telling: Telling = {
        kind,
        facts,
        cast,
        publishedMs,
        handover,
        dated: assignment.dated,
        appetite: appetites[outletId],
        seed: `${seed} ${storyId} ${wire && original ? original.outletId : outletId}`,
      };
      const source = wire ? original : null;
      const article = this.#article(assignment, telling, { outletId, source });
      this.articles.push(article);
      original ??= article;
    }
  }

  #article(
    assignment: Assignment,
    telling: Telling,
    place: { outletId: OutletId; source: PressArticle | null },
  ): PressArticle {
    const { outletId, source } = place;
    const { kind } = assignment;
    const random = randomFor(this.#newsroom.seed, assignment.storyId, outletId, 'article');
    const copied = source?.versions[0]?.draft;
    const draft = copied ? wireDraft(copied, telling, random) : composeDraft(telling);
    const written: Version[] = source
      ? [{ atMs: telling.publishedMs, draft, change: 'published' }]
      : versions(telling, draft, random);
    const styled = outletId === 'dai-song-thanh' ? inOldTones : (plain: Draft) => plain;
    const number = this.articles.length + 1;
    const id = `${outletId}-${number}`;
    const pictures = draft.captions.map((_, index) => ({
      path: `/anh/${id}-${index + 1}.svg`,
      width: 960,
      height: index === 0 ? 540 : 640,
    }));
    const people = (letters: readonly string[]) =>
      letters.flatMap((letter) => telling.cast.get(letter)?.id ?? []);
    return {
      id,
      outletId,
      path: articlePath(outletId, { section: kind.section, title: draft.title.text, number }),
      section: kind.section,
      publishedMs: telling.publishedMs,
      dated: telling.dated,
      storyId: assignment.storyId,
      topic: kind.id,
      copyOf: source?.id ?? null,
      importance: Math.max(1, Math.min(10, kind.importance + random.int(-1, 1))),
      subjects: people(kind.subjects),
      versions: written.map((version) => ({ ...version, draft: styled(version.draft) })),
      pictures,
      tags: tags(kind, telling.facts),
    };
  }
}

/** Writes every article of the period, oldest first. */
export function writeArticles(newsroom: Newsroom): PressArticle[] {
  const desk = new Desk(newsroom);
  for (const assignment of assignments(newsroom, storyKinds())) desk.write(assignment);
  return desk.articles.toSorted((a, b) => a.publishedMs - b.publishedMs || (a.id < b.id ? -1 : 1));
}
