import type { Day, IsoInstant } from '../domain/index.ts';
import type { PressArticle, Sentence } from './model.ts';
import { dayAfter, hourMs, isoLocal, localTime, minuteMs } from './moment.ts';
import type { Handover } from './people.ts';
import { randomFor, type Random } from './random.ts';
import { type BulletinSlot, bulletinSlots, type Programme, scheduleOf } from './schedule.ts';
import { countWords, slug } from './words.ts';

/** One subtitle of a bulletin; a long sentence runs over several. */
export interface Cue {
  /** Milliseconds from the bulletin's start. */
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Who speaks: a person of the register, or null for the presenter. */
  readonly speakerId: string | null;
  /** People whom the sentence mentions. */
  readonly mentions: readonly string[];
}

/** A person in one item of a bulletin. */
export interface AirPerson {
  readonly personId: string;
  /** Union of the cues whose sentence mentions the person, milliseconds. */
  readonly aboutMs: number;
  readonly speakingMs: number;
}

export interface RundownItem {
  /** 1 = opener. */
  readonly slot: number;
  readonly startSeconds: number;
  readonly seconds: number;
  readonly title: string;
  readonly articleId: string;
  readonly inHeadlines: boolean;
  readonly persons: readonly AirPerson[];
}

/** A bulletin with its rundown; the page appears some time after it went on air. */
export interface Bulletin {
  readonly id: string;
  readonly path: string;
  readonly programmeId: string;
  readonly slot: BulletinSlot;
  readonly title: string;
  readonly startAt: IsoInstant;
  readonly publishedMs: number;
  readonly seconds: number;
  /** The headlines read at the start, before the first item. */
  readonly headlines: { readonly startSeconds: number; readonly seconds: number };
  readonly items: readonly RundownItem[];
  readonly cues: readonly Cue[];
}

/** What the broadcaster has on air, known to the second. */
export interface AirTruth {
  /** Final listings, all days. */
  readonly programmes: readonly Programme[];
  readonly bulletins: readonly Bulletin[];
}

/** Presenters read nearly four syllables a second. */
const msPerWord = 270;

function halves(text: string): string[] {
  if (countWords(text) <= 20) return [text];
  const middle = text.length / 2;
  const commas = [...text.matchAll(/[,;:] /g)].map(({ index }) => index + 2);
  const cut = commas.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (cut === undefined) return [text];
  return [text.slice(0, cut).trim(), text.slice(cut).trim()];
}

class Script {
  readonly cues: Cue[] = [];
  atMs: number;

  constructor(atMs: number) {
    this.atMs = atMs;
  }

  say(text: string, speakerId: string | null, mentions: readonly string[]): void {
    for (const part of halves(text)) {
      const endMs = this.atMs + Math.max(900, countWords(part) * msPerWord);
      this.cues.push({ startMs: this.atMs, endMs, text: part, speakerId, mentions });
      this.atMs = endMs;
    }
  }

  sentence({ text, spans }: Sentence, quoted: boolean): void {
    const mentions = [...new Set(spans.map(({ personId }) => personId))];
    const speech = quoted ? /^“(.+)”/.exec(text)?.[1] : undefined;
    // On air the person says it; the attribution falls away.
    if (speech && mentions.length === 1) this.say(speech, mentions[0] ?? null, []);
    else this.say(text, null, mentions);
    this.atMs += 250;
  }
}

function lengthOf(cues: readonly Cue[]): number {
  return cues.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

function personsOf(cues: readonly Cue[]): AirPerson[] {
  const ids = new Set(
    cues.flatMap(({ mentions, speakerId }) => (speakerId ? [speakerId] : mentions)),
  );
  return [...ids].map((personId) => ({
    personId,
    aboutMs: lengthOf(cues.filter(({ mentions }) => mentions.includes(personId))),
    speakingMs: lengthOf(cues.filter(({ speakerId }) => speakerId === personId)),
  }));
}

/** Reads a report out: the text, then pictures with natural sound, on whole seconds. */
function tell(article: PressArticle, script: Script, random: Random): void {
  const paragraphs = article.versions[0]?.draft.paragraphs ?? [];
  const chosen = paragraphs.slice(0, random.chance(0.6) ? 8 : 4);
  for (const { role, sentences } of chosen) {
    if (role === 'subheading') continue;
    for (const sentence of sentences) script.sentence(sentence, role === 'quote');
  }
  script.atMs = Math.ceil(script.atMs / 1000 + random.int(6, 38)) * 1000;
}

interface Planned {
  readonly seed: string;
  readonly day: Day;
  readonly slot: BulletinSlot;
  readonly stories: readonly PressArticle[];
}

function makeBulletin({ seed, day, slot, stories }: Planned): Bulletin {
  const { at, title } = bulletinSlots[slot];
  const random = randomFor(seed, 'bulletin', day, slot);
  const script = new Script(8000);
  script.say('Kính chào quý vị, đây là những tin chính của chương trình.', null, []);
  const teased = stories.slice(0, slot === 'toi' ? 4 : 3);
  for (const article of teased) {
    const headline = article.versions[0]?.draft.title;
    if (headline) script.sentence(headline, false);
  }
  script.atMs = Math.ceil((script.atMs + 1000) / 1000) * 1000;
  const headlines = { startSeconds: 0, seconds: script.atMs / 1000 };
  const items = stories.map((article, order): RundownItem => {
    const startMs = script.atMs;
    const first = script.cues.length;
    tell(article, script, random);
    return {
      slot: order + 1,
      startSeconds: startMs / 1000,
      seconds: (script.atMs - startMs) / 1000,
      title: article.versions[0]?.draft.title.text ?? '',
      articleId: article.id,
      inHeadlines: teased.includes(article),
      persons: personsOf(script.cues.slice(first)),
    };
  });
  const startMs = localTime(day, at);
  const seconds = script.atMs / 1000 + 12;
  const id = `${slot}-${day}`;
  return {
    id,
    path: `/ban-tin/${slug(title)}-${day}`,
    programmeId: `stv1-${day}-${String(at).padStart(4, '0')}`,
    slot,
    title,
    startAt: isoLocal(startMs),
    publishedMs: startMs + seconds * 1000 + random.int(12, 55) * minuteMs,
    seconds,
    headlines,
    items,
    cues: script.cues,
  };
}

/** Puts the station's own reports on air: the weightiest of the last day, none twice in a slot. */
export function makeBroadcasts(
  articles: readonly PressArticle[],
  period: { seed: string; startDay: Day; days: number; handover: Handover },
): AirTruth {
  const own = articles.filter(({ outletId, dated }) => outletId === 'dai-song-thanh' && dated);
  const bulletins: Bulletin[] = [];
  const programmes: Programme[] = [];
  const { seed, startDay, days, handover } = period;
  for (let index = 0; index < days; index++) {
    const day = dayAfter(startDay, index);
    const endMs = localTime(day, 25 * 60);
    programmes.push(...scheduleOf(day, { startDay, handoverDay: handover.day, seenMs: endMs }));
    for (const slot of Object.keys(bulletinSlots) as BulletinSlot[]) {
      const { at, items } = bulletinSlots[slot];
      const startMs = localTime(day, at);
      const random = randomFor(seed, 'rundown', day, slot);
      const stories = own
        .filter(({ publishedMs }) => publishedMs < startMs && publishedMs > startMs - 26 * hourMs)
        .toSorted((a, b) => b.importance - a.importance || b.publishedMs - a.publishedMs)
        .slice(0, random.int(items[0], items[1]));
      if (stories.length > 0) bulletins.push(makeBulletin({ seed, day, slot, stories }));
    }
  }
  return { programmes, bulletins };
}
