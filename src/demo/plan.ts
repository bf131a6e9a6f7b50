import type { Day } from '../domain/index.ts';
import type { StoryKind } from './bank/parse.ts';
import type { OutletId } from './model.ts';
import { dayAfter, hourMs, localParts, localTime, minuteMs } from './moment.ts';
import type { Handover } from './people.ts';
import { randomFor, type Random } from './random.ts';

/** What the fourteen days are made of. */
export interface Newsroom {
  readonly seed: string;
  readonly startDay: Day;
  readonly days: number;
  readonly handover: Handover;
}

/** One story and the outlets that publish it; the first is where it starts. */
export interface Assignment {
  readonly storyId: string;
  readonly kind: StoryKind;
  readonly dated: boolean;
  readonly outlets: readonly {
    readonly outletId: OutletId;
    readonly publishedMs: number;
    /** Copies the first outlet's text with small edits instead of writing its own. */
    readonly wire: boolean;
  }[];
}

const outletOf: Readonly<Record<string, OutletId>> = {
  N: 'bao-song-thanh',
  C: 'luu-giang-online',
  B: 'dai-song-thanh',
};

interface SpecialStory {
  readonly kindId: string;
  /** Share of the period before it, 0–1; or days after the vote. */
  readonly at: number | { readonly afterVote: number };
  readonly hour: number;
  readonly desks: string;
  readonly dated?: boolean;
}

const specialStories: readonly SpecialStory[] = [
  { kindId: 'bau-chu-tich', at: { afterVote: 0 }, hour: 10.8, desks: 'CNB' },
  { kindId: 'ban-giao-cong-viec', at: { afterVote: 1 }, hour: 15.5, desks: 'NB' },
  { kindId: 'nguyen-chu-tich-trong-cay', at: { afterVote: 3 }, hour: 9.4, desks: 'NB' },
  { kindId: 'nguyen-chu-tich-trong-cay', at: { afterVote: 5 }, hour: 16.2, desks: 'C' },
  { kindId: 'duong-cao-ba-thiep', at: 0.15, hour: 8.2, desks: 'C' },
  { kindId: 'duong-cao-ba-thiep', at: 0.78, hour: 14.6, desks: 'N' },
  { kindId: 'hai-ong-thuan', at: 0.22, hour: 16.7, desks: 'CN' },
  { kindId: 'hai-ong-thuan', at: 0.86, hour: 10.1, desks: 'N' },
  { kindId: 'ngu-dan-van', at: 0.29, hour: 9.7, desks: 'NC' },
  { kindId: 'ong-thuan-khong-ro', at: 0.36, hour: 17.3, desks: 'C' },
  { kindId: 'ong-thuan-khong-ro', at: 0.8, hour: 11.2, desks: 'N' },
  { kindId: 'gioi-thieu-vung-dat', at: 0.08, hour: 6.5, desks: 'N', dated: false },
  { kindId: 'gioi-thieu-vung-dat', at: 0.43, hour: 7.5, desks: 'C', dated: false },
  { kindId: 'gioi-thieu-vung-dat', at: 0.64, hour: 6.9, desks: 'B', dated: false },
];

/** Morning and afternoon peaks of a provincial newsroom; minutes after midnight. */
function publishingMinute(random: Random): number {
  const draw = random.next();
  if (draw < 0.08) return random.int(5 * 60 + 20, 7 * 60);
  if (draw < 0.5) return random.int(7 * 60, 11 * 60 + 30);
  if (draw < 0.62) return random.int(11 * 60 + 30, 14 * 60);
  if (draw < 0.93) return random.int(14 * 60, 18 * 60 + 30);
  return random.int(18 * 60 + 30, 22 * 60);
}

function chooseKinds(kinds: readonly StoryKind[], count: number, random: Random) {
  const chosen: StoryKind[] = [];
  const free = kinds.filter((kind) => kind.weight > 0);
  while (chosen.length < count && free.length > 0) {
    const total = free.reduce((sum, kind) => sum + kind.weight, 0);
    let draw = random.next() * total;
    const index = free.findIndex((kind) => {
      draw -= kind.weight;
      return draw < 0;
    });
    chosen.push(...free.splice(Math.max(0, index), 1));
  }
  return chosen;
}

/** The chair's own stories of the day of the vote come after it, when it is clear who is meant. */
function afterVote(kind: StoryKind, publishedMs: number, newsroom: Newsroom): number {
  const { handover } = newsroom;
  const roles = [...kind.cast.values()].flat();
  const about = ['chair', 'standing', 'successor'].some((role) => roles.includes(role));
  const before = localParts(publishedMs).day === handover.day && publishedMs < handover.voteMs;
  return about && before
    ? handover.voteMs + 100 * minuteMs + (publishedMs % (4 * hourMs))
    : publishedMs;
}

function spread(kind: StoryKind, firstMs: number, random: Random): Assignment['outlets'] {
  const desks = random.shuffle(kind.desks.split(''));
  const draw = random.next();
  const many = kind.importance >= 5 ? 0.55 : 0.3;
  const count = draw < many * 0.4 ? 3 : draw < many ? 2 : 1;
  let publishedMs = firstMs;
  return desks.slice(0, count).map((letter, index) => {
    if (index > 0) publishedMs += random.int(18, 140) * minuteMs;
    const wire = index > 0 && random.chance(0.68);
    return { outletId: outletOf[letter] as OutletId, publishedMs, wire };
  });
}

function ordinary(newsroom: Newsroom, kinds: readonly StoryKind[]): Assignment[] {
  const list: Assignment[] = [];
  let yesterday: string[] = [];
  for (let index = 0; index < newsroom.days; index++) {
    const day = dayAfter(newsroom.startDay, index);
    const random = randomFor(newsroom.seed, 'plan', day);
    const { weekday } = localParts(localTime(day, 60));
    const count = weekday === 0 ? 13 : weekday === 6 ? 16 : 20;
    // What filled yesterday's pages rests today, unless it is the weather.
    const tired = yesterday.filter(() => random.chance(0.5));
    const rested = kinds.filter((kind) => !tired.includes(kind.id));
    const today = chooseKinds(rested, count, random);
    today.forEach((kind, order) => {
      const firstMs = afterVote(kind, localTime(day, publishingMinute(random)), newsroom);
      const storyId = `${day}-${String(order + 1).padStart(2, '0')}`;
      list.push({ storyId, kind, dated: true, outlets: spread(kind, firstMs, random) });
    });
    yesterday = today.map((kind) => kind.id).filter((id) => id !== 'thoi-tiet');
  }
  return list;
}

function special(newsroom: Newsroom, kinds: readonly StoryKind[]): Assignment[] {
  const { startDay, days, handover } = newsroom;
  const lastDay = dayAfter(startDay, days - 1);
  return specialStories.flatMap((story, order): Assignment[] => {
    const kind = kinds.find(({ id }) => id === story.kindId);
    const { at } = story;
    const day =
      typeof at === 'number'
        ? dayAfter(startDay, Math.floor(at * days))
        : dayAfter(handover.day, at.afterVote);
    if (!kind || day > lastDay) return [];
    const firstMs = localTime(day, Math.round(story.hour * 60));
    const outlets = story.desks.split('').map((letter, index) => ({
      outletId: outletOf[letter] as OutletId,
      publishedMs: firstMs + index * 23 * minuteMs,
      wire: index > 0 && story.kindId !== 'bau-chu-tich',
    }));
    return [{ storyId: `rieng-${order + 1}`, kind, dated: story.dated ?? true, outlets }];
  });
}

/** Who writes what when: the ordinary days and the stories that must happen. */
export function assignments(newsroom: Newsroom, kinds: readonly StoryKind[]): Assignment[] {
  return [...ordinary(newsroom, kinds), ...special(newsroom, kinds)];
}
