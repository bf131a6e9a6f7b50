// Whom a bulletin mentions and for how long: its parts, and the sentences said in each.
import type {
  AnalyzableBulletin,
  AnalyzableItem,
  BulletinAnalysis,
  BulletinPart,
  Cue,
  ItemAnalysis,
  Mention,
  PersonOnAir,
  SpokenSentence,
} from '../../src/domain/index.ts';
import { languageFor } from '../languages/index.ts';
import { sentenceRules } from '../layout.ts';
import type { SentenceRules } from '../text/sentences.ts';
import { headlineTitles } from './headlines.ts';
import { type SpokenText, spokenText, unionMs } from './spoken.ts';

/** Detection over one item, as `createAnalyzer` gives it. */
export type AnalyzeItem = (item: AnalyzableItem) => ItemAnalysis;

type PartFrame = Omit<BulletinPart, 'persons' | 'inHeadlines'> & { readonly cues: Cue[] | null };

/** Everything the method says of one bulletin. Pure; `analyze` has the register. */
export function analyzeBulletin(
  bulletin: AnalyzableBulletin,
  analyze: AnalyzeItem,
): BulletinAnalysis {
  const rules = sentenceRules(languageFor(bulletin.language));
  const frames = framesOf(bulletin);
  const headlines = frames.find(({ kind }) => kind === 'headlines');
  const heard = headlines?.cues?.length ? headlineTitles(headlines.cues, rules) : null;
  const hasSpeakers = bulletin.cues?.some(({ speaker }) => speaker !== null) ?? false;
  let methodVersion = '';
  const registeredLabels = new Set<string>();
  const parts = frames.map(({ cues, ...frame }): BulletinPart => {
    const part = { ...frame, cues, hasSpeakers };
    const { persons, labels, version } = personsOnAir(part, { bulletin, analyze, rules });
    methodVersion = version;
    for (const label of labels) registeredLabels.add(label);
    const inHeadlines =
      frame.kind === 'report' && heard !== null ? heard.includesTitle(frame.title) : null;
    return { ...frame, inHeadlines, persons };
  });
  return { parts, registeredLabels: [...registeredLabels], methodVersion };
}

/** The rundown's parts in order, each with the cues that begin in it. */
function framesOf({ rundown, cues, durationSeconds, title }: AnalyzableBulletin): PartFrame[] {
  const whole: PartFrame = {
    kind: 'whole',
    slot: null,
    title,
    startSeconds: 0,
    seconds: durationSeconds,
    url: null,
    cues: cues === null ? null : [...cues],
  };
  if (rundown.length === 0) return [whole];
  let slot = 0;
  const isTimed = rundown.every(({ startSeconds }) => startSeconds !== null);
  const frames = rundown.map(
    (entry): PartFrame => ({
      ...entry,
      slot: entry.kind === 'report' ? ++slot : null,
      cues: isTimed && cues !== null ? [] : null,
    }),
  );
  if (cues === null) return frames;
  // Without times nobody can say which words belong to which report.
  if (!isTimed) return [...frames, whole];
  const rest: PartFrame = { ...whole, kind: 'rest', title: '', startSeconds: null, seconds: null };
  const left = cues.filter((cue) => {
    const frame = frames.findLast((one) => holds(one, cue));
    frame?.cues?.push(cue);
    return frame === undefined;
  });
  return left.length === 0 ? frames : [...frames, { ...rest, cues: left }];
}

function holds({ startSeconds, seconds }: PartFrame, { startMs }: Cue): boolean {
  const from = (startSeconds ?? 0) * 1000;
  return startMs >= from && (seconds === null || startMs < from + seconds * 1000);
}

interface Setting {
  readonly bulletin: AnalyzableBulletin;
  readonly analyze: AnalyzeItem;
  readonly rules: SentenceRules;
}

interface Part {
  readonly kind: BulletinPart['kind'];
  readonly title: string;
  readonly slot: number | null;
  readonly cues: readonly Cue[] | null;
  readonly hasSpeakers: boolean;
}

function personsOnAir(
  part: Part,
  setting: Setting,
): {
  readonly persons: PersonOnAir[];
  readonly labels: readonly string[];
  readonly version: string;
} {
  const { analyze, bulletin, rules } = setting;
  const spoken = spokenText(part.cues ?? [], rules);
  // The headlines name other parts' people: their own title says nothing.
  const title = part.kind === 'report' || part.kind === 'whole' ? part.title : '';
  const item = itemOf(bulletin, { title, text: spoken.text });
  const { mentions, methodVersion: version } = analyze(item);
  const counted = mentions.filter((mention) => mention.counted);
  const { speakers, labels } = speakersOf(part, { item, analyze });
  const ids = new Set([...counted.map(({ personId }) => personId), ...speakers.keys()]);
  const persons = [...ids].map((personId): PersonOnAir => {
    const own = counted.filter((mention) => mention.personId === personId);
    const sentences = sentencesWith(own, spoken);
    return {
      personId,
      aboutMs: part.cues === null ? null : unionMs(sentences.flatMap(({ cues }) => cues)),
      speakingMs:
        part.cues === null || !part.hasSpeakers ? null : unionMs(speakers.get(personId) ?? []),
      mentions: own.length,
      inTitle: own.some(({ field }) => field === 'title'),
      fraction: 1 / ids.size,
      sentences: sentences.map(({ shown }) => shown),
    };
  });
  return { persons, labels, version };
}

function itemOf(
  bulletin: AnalyzableBulletin,
  { title, text }: { readonly title: string; readonly text: string },
): AnalyzableItem {
  return {
    id: bulletin.id,
    outlet: bulletin.outlet,
    publishedAt: bulletin.at,
    title,
    text,
    language: bulletin.language,
    place: bulletin.place,
  };
}

function sentencesWith(
  mentions: readonly Mention[],
  { text, sentences }: SpokenText,
): { readonly shown: SpokenSentence; readonly cues: readonly Cue[] }[] {
  const inText = mentions.filter(({ field }) => field === 'text');
  return sentences.flatMap(({ start, end, cues }) => {
    const marks = inText
      .filter((mention) => mention.start >= start && mention.start < end)
      .map((mention) => ({ start: mention.start - start, end: mention.end - start }));
    if (marks.length === 0) return [];
    const shown = {
      text: text.slice(start, end),
      startMs: Math.min(...cues.map(({ startMs }) => startMs)),
      endMs: Math.max(...cues.map(({ endMs }) => endMs)),
      marks,
    };
    return [{ shown, cues }];
  });
}

/** Cues by the registered person whom their speaker's label names; others are nobody's. */
function speakersOf(
  { cues }: Part,
  { item, analyze }: { readonly item: AnalyzableItem; readonly analyze: AnalyzeItem },
): {
  readonly speakers: ReadonlyMap<string, readonly Cue[]>;
  readonly labels: readonly string[];
} {
  const byPerson = new Map<string, Cue[]>();
  const labels: string[] = [];
  const byLabel = Map.groupBy(cues ?? [], ({ speaker }) => speaker);
  for (const [label, own] of byLabel) {
    const personId = label === null ? null : labelledPerson(label, { item, analyze });
    if (label === null || personId === null) continue;
    labels.push(label);
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), ...own]);
  }
  return { speakers: byPerson, labels };
}

/**
 * A label is read by itself; where that names nobody for sure, beside what was said, so that
 * "Ông A" is whom the report names in full. It is read as a title: a name alone in a line of text
 * is how texts are signed.
 */
function labelledPerson(
  label: string,
  { item, analyze }: { readonly item: AnalyzableItem; readonly analyze: AnalyzeItem },
): string | null {
  const alone = personInTitle(analyze({ ...item, title: label, text: '' }));
  if (alone !== null || item.text === '') return alone;
  return personInTitle(analyze({ ...item, title: label }));
}

/** The only person with a counted mention in the title. */
function personInTitle({ mentions }: ItemAnalysis): string | null {
  const named = mentions.filter(({ field, counted }) => field === 'title' && counted);
  const ids = new Set(named.map(({ personId }) => personId));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
