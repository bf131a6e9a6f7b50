import type { MentionKind } from '../domain/index.ts';
import type { UncountedReason } from './model.ts';
import {
  givenName,
  type Handover,
  honorific,
  type OfficeHolder,
  sharedName,
  titlesAt,
} from './people.ts';
import { localParts } from './moment.ts';
import type { Random } from './random.ts';

/** A stretch of text that knows whether it mentions someone. */
export interface Part {
  readonly text: string;
  readonly mention?: {
    readonly personId: string;
    readonly kind: MentionKind;
    readonly postId: string | null;
    readonly former: boolean;
    readonly inList?: boolean;
    /** Offset of the bare name or title inside the part. */
    readonly coreStart: number;
    readonly coreEnd: number;
  };
  readonly uncounted?: { readonly reason: UncountedReason; readonly personId: string | null };
}

/**
 * Which words a writer chooses for a person; `auto` leaves it to the place and what came before.
 */
export type Form =
  | 'auto'
  | 'full'
  | 'titled'
  | 'short'
  | 'title'
  | 'appos'
  | 'plain'
  | 'list'
  | 'chain'
  | 'pred'
  | 'hon';

/** What a writer remembers while telling one article. */
export interface Situation {
  readonly random: Random;
  readonly publishedMs: number;
  readonly handover: Handover;
  readonly dated: boolean;
  zone: 'title' | 'standfirst' | 'body' | 'caption';
  /** People whose full name has stood in the body. */
  readonly introduced: Set<string>;
  /** The person mentioned last, for variety. */
  lastForm: Form | null;
}

interface Naming {
  readonly holder: OfficeHolder;
  /** Title or honorific before the name; empty = none. */
  readonly before: string;
  readonly kind: MentionKind;
}

const named = ({ holder, before, kind }: Naming, situation: Situation) => {
  const titles = titlesAt(holder, situation.publishedMs, situation.handover);
  const name = kind === 'short-name' ? givenName(holder) : holder.name;
  const text = before === '' ? name : `${before} ${name}`;
  const coreStart = text.length - name.length;
  const former = titles.former && before.startsWith('nguyên');
  return {
    text,
    mention: {
      personId: holder.id,
      kind,
      postId: kind === 'titled-name' ? titles.postId : null,
      former,
      coreStart,
      coreEnd: text.length,
    },
  } satisfies Part;
};

function inList(part: ReturnType<typeof named>): Part {
  return { ...part, mention: { ...part.mention, inList: true } };
}

function mayUseTitleAlone(holder: OfficeHolder, situation: Situation): boolean {
  const { publishedMs, handover, dated } = situation;
  const titles = titlesAt(holder, publishedMs, handover);
  // On the day of the vote the title alone is clear only once the vote is over.
  const unclear = publishedMs < handover.voteMs && localParts(publishedMs).day === handover.day;
  return dated && titles.alone.length > 0 && !unclear;
}

function autoForm(holder: OfficeHolder, situation: Situation): Form {
  const { random, zone, introduced } = situation;
  const alone = mayUseTitleAlone(holder, situation);
  const draw = random.next();
  if (zone === 'title') return draw < 0.5 ? 'titled' : draw < 0.8 && alone ? 'title' : 'full';
  if (zone === 'caption') return draw < 0.7 ? 'titled' : 'full';
  if (zone === 'standfirst') return draw < 0.55 ? 'titled' : draw < 0.8 && alone ? 'title' : 'full';
  if (!introduced.has(holder.id)) return draw < 0.6 ? 'titled' : draw < 0.9 ? 'appos' : 'full';
  if (draw < 0.55) return 'short';
  if (draw < 0.75 && alone) return 'title';
  return draw < 0.9 ? 'titled' : 'full';
}

/** A name two people share stands only with its post until it has been made clear whose it is. */
function lawfulForm(wanted: Form, holder: OfficeHolder, situation: Situation): Form {
  const introduced = situation.introduced.has(holder.id);
  if (wanted === 'title' && !mayUseTitleAlone(holder, situation)) {
    return introduced && situation.zone === 'body' ? 'short' : 'titled';
  }
  if (wanted === 'short' && !(introduced && situation.zone === 'body')) return 'titled';
  if (holder.name === sharedName && (wanted === 'full' || wanted === 'plain')) return 'titled';
  return wanted;
}

function apposition(holder: OfficeHolder, title: string): Part {
  return { text: title, uncounted: { reason: 'apposition', personId: holder.id } };
}

function inApposition(holder: OfficeHolder, situation: Situation): Part[] {
  const { random } = situation;
  const titles = titlesAt(holder, situation.publishedMs, situation.handover);
  const title = random.chance(0.8) ? (titles.titled[0] as string) : random.pick(titles.titled);
  const before = random.chance(0.75) ? honorific(holder) : 'đồng chí';
  const name = named({ holder, before, kind: 'full-name' }, situation);
  return random.chance(0.5)
    ? [name, { text: ' - ' }, apposition(holder, title)]
    : [name, { text: ', ' }, apposition(holder, title), { text: ',' }];
}

function titleAlone(holder: OfficeHolder, situation: Situation): Part {
  const titles = titlesAt(holder, situation.publishedMs, situation.handover);
  const text = situation.random.chance(0.75)
    ? (titles.alone[0] as string)
    : situation.random.pick(titles.alone);
  return {
    text,
    mention: {
      personId: holder.id,
      kind: 'title-only',
      postId: titles.postId,
      former: false,
      coreStart: 0,
      coreEnd: text.length,
    },
  };
}

/** The words for a person at this point of the article, with the truth about them. */
export function refer(holder: OfficeHolder, wanted: Form, situation: Situation): Part[] {
  const titles = titlesAt(holder, situation.publishedMs, situation.handover);
  const chosen = wanted === 'auto' ? autoForm(holder, situation) : wanted;
  const form = lawfulForm(chosen, holder, situation);
  const names = form !== 'short' && form !== 'title' && form !== 'pred' && form !== 'hon';
  if (situation.zone === 'body' && names) situation.introduced.add(holder.id);
  const title = () =>
    situation.zone === 'title' || situation.random.chance(0.6)
      ? (titles.titled[0] as string)
      : situation.random.pick(titles.titled);
  const address = () => (situation.random.chance(0.8) ? honorific(holder) : 'đồng chí');
  switch (form) {
    case 'auto':
    case 'titled':
      return [named({ holder, before: title(), kind: 'titled-name' }, situation)];
    case 'full':
      return [named({ holder, before: address(), kind: 'full-name' }, situation)];
    case 'plain':
      return [named({ holder, before: '', kind: 'full-name' }, situation)];
    case 'short':
      return [named({ holder, before: honorific(holder), kind: 'short-name' }, situation)];
    case 'title':
      return [titleAlone(holder, situation)];
    case 'appos':
      return inApposition(holder, situation);
    case 'list':
      return [
        inList(named({ holder, before: '', kind: 'full-name' }, situation)),
        { text: ', ' },
        apposition(holder, titles.titled[0] as string),
      ];
    case 'chain':
      return [
        { text: 'Phó Bí thư Tỉnh ủy', uncounted: { reason: 'title-chain', personId: holder.id } },
        { text: ', ' },
        named({ holder, before: titles.titled[0] as string, kind: 'titled-name' }, situation),
      ];
    case 'pred':
      return [
        {
          text: (titles.titled[0] as string).replace(/^nguyên /, ''),
          uncounted: { reason: 'predicate', personId: holder.id },
        },
      ];
    case 'hon':
      return [{ text: honorific(holder) }];
  }
}
