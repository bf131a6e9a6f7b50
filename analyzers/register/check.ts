import {
  numberOf,
  firstDay,
  lastDay,
  type Reason,
  type Register,
  type Term,
} from '../../src/domain/index.ts';
import { differInOneMark, withoutMarks } from '../text/tone.ts';

export type FindingKind =
  | 'person-without-post'
  | 'unknown-person'
  | 'unknown-post'
  | 'ends-before-start'
  | 'overlap'
  | 'gap'
  | 'same-name'
  | 'near-namesake'
  | 'ambiguous-label'
  | 'no-source'
  | 'unchecked';

/** One thing `register check` found. `refused`: the register may not be used until it is mended. */
export interface RegisterFinding {
  readonly kind: FindingKind;
  readonly severity: 'refused' | 'warning' | 'note';
  /** Ids of persons, posts or terms concerned. */
  readonly ids: readonly string[];
  readonly message: Reason;
}

/** Checks a register: what is wrong, doubtful or worth knowing, most serious first. */
export function checkRegister(register: Register): RegisterFinding[] {
  const findings = [
    ...personsWithoutPost(register),
    ...unknownReferences(register),
    ...badDates(register),
    ...handovers(register),
    ...sameNames(register),
    ...nearNamesakes(register),
    ...ambiguousLabels(register),
    ...sources(register),
  ];
  const order = { refused: 0, warning: 1, note: 2 };
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

function personsWithoutPost(register: Register): RegisterFinding[] {
  const holders = new Set(register.terms.map(({ person }) => person));
  return register.persons
    .filter(({ id }) => !holders.has(id))
    .map(({ id, name }) => ({
      kind: 'person-without-post',
      severity: 'refused',
      ids: [id],
      message: {
        vi:
          `${name} không giữ và không ứng cử chức vụ nào: danh bạ chỉ gồm người ` +
          'giữ chức vụ công. Thêm nhiệm kỳ hoặc xóa.',
        en:
          `${name} neither holds nor stands for an office: the register is of ` +
          'office-holders only. Add a term or delete.',
      },
    }));
}

function unknownReferences(register: Register): RegisterFinding[] {
  const persons = new Set(register.persons.map(({ id }) => id));
  const posts = new Set(register.posts.map(({ id }) => id));
  return register.terms.flatMap((term): RegisterFinding[] => [
    ...(persons.has(term.person) ? [] : [missing(term, 'unknown-person', term.person)]),
    ...(posts.has(term.post) ? [] : [missing(term, 'unknown-post', term.post)]),
  ]);
}

function missing(term: Term, kind: 'unknown-person' | 'unknown-post', id: string): RegisterFinding {
  return {
    kind,
    severity: 'refused',
    ids: [term.id, id],
    message: {
      vi:
        `Nhiệm kỳ ${term.id} trỏ tới "${id}" không có trong danh bạ. Thêm mục đó ` +
        'hoặc sửa nhiệm kỳ.',
      en:
        `Term ${term.id} refers to "${id}", which the register does not have. Add ` +
        'it or correct the term.',
    },
  };
}

function badDates(register: Register): RegisterFinding[] {
  return register.terms
    .filter(({ from, until }) => from !== null && until !== null && lastDay(until) < firstDay(from))
    .map((term) => ({
      kind: 'ends-before-start',
      severity: 'refused',
      ids: [term.id],
      message: {
        vi:
          `Nhiệm kỳ ${term.id} kết thúc (${term.until}) trước khi bắt đầu ` +
          `(${term.from}). Sửa một trong hai ngày.`,
        en:
          `Term ${term.id} ends (${term.until}) before it starts (${term.from}). ` +
          'Correct one of the dates.',
      },
    }));
}

interface Span {
  readonly term: Term;
  readonly from: string;
  readonly until: string;
}

/**
 * Overlaps and gaps of posts held by one person at a time (posts with several holders are left
 * out).
 */
function handovers(register: Register): RegisterFinding[] {
  const terms = Map.groupBy(register.terms, ({ post }) => post);
  return register.posts.flatMap((post) => {
    // Who acts fills the post too: there is no gap while they do.
    const inOffice = (terms.get(post.id) ?? [])
      .filter(({ kind }) => kind !== 'candidate')
      .map(spanOf)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const spans = inOffice.filter(({ term }) => term.kind === 'holder');
    if (mostAtOnce(spans) > 2) return [];
    return spans.slice(1).flatMap((after, index) => {
      const pair = { label: post.label, before: spans[index] as Span, after };
      return [...overlap(pair), ...gaps(pair, inOffice)];
    });
  });
}

function spanOf(term: Term): Span {
  return {
    term,
    from: term.from === null ? '0000-01-01' : firstDay(term.from),
    until: term.until === null ? '9999-12-31' : lastDay(term.until),
  };
}

function mostAtOnce(spans: readonly Span[]): number {
  return Math.max(
    0,
    ...spans.map(
      ({ from }) => spans.filter((other) => other.from <= from && from <= other.until).length,
    ),
  );
}

const dayMs = 86_400_000;

/** Days after the first and before the second; below zero where they overlap. */
const daysBetween = (after: string, before: string) =>
  Math.round((Date.parse(before) - Date.parse(after)) / dayMs) - 1;

interface Pair {
  readonly label: string;
  readonly before: Span;
  readonly after: Span;
}

function overlap({ label, before, after }: Pair): RegisterFinding[] {
  // Within a month or year that ends one term and begins the next, the day is only unknown.
  const { until } = before.term;
  const isHandover = until !== null && until.length < 10 && after.from >= firstDay(until);
  // One that ends before it starts is refused as such, and covers no day.
  const isTurned = [before, after].some((span) => span.until < span.from);
  if (daysBetween(before.until, after.from) >= -1 || isHandover || isTurned) return [];
  const last = (before.until < after.until ? before : after).term.until;
  const message = {
    vi:
      `${label}: hai nhiệm kỳ chồng nhau từ ${after.from} đến ${last ?? 'nay'}; ` +
      'trong thời gian đó chức vụ không kèm tên là không rõ.',
    en:
      `${label}: two terms overlap from ${after.from} to ${last ?? 'today'}; a ` +
      'title alone is ambiguous in that time.',
  };
  const ids = [before.term.id, after.term.id];
  return [{ kind: 'overlap', severity: 'warning', ids, message }];
}

/** The stretches between two terms in which nobody at all held the post or acted in it. */
function gaps({ label, before, after }: Pair, inOffice: readonly Span[]): RegisterFinding[] {
  const found: RegisterFinding[] = [];
  let last = before.until;
  for (const span of inOffice) {
    if (span.from > after.from) break;
    const days = daysBetween(last, span.from);
    if (days > 0) {
      const message = {
        vi: `${label}: ${days} ngày không có ai, từ sau ${last} đến trước ${span.from}.`,
        en: `${label}: nobody for ${numberOf(days, 'day')}, after ${last} and before ${span.from}.`,
      };
      const ids = [before.term.id, after.term.id];
      found.push({ kind: 'gap', severity: 'warning', ids, message });
    }
    if (span.until > last) last = span.until;
  }
  return found;
}

function sameNames(register: Register): RegisterFinding[] {
  const groups = Map.groupBy(register.persons, ({ name }) => name);
  return [...groups].flatMap(([name, persons]): RegisterFinding[] =>
    persons.length < 2
      ? []
      : [
          {
            kind: 'same-name',
            severity: 'warning',
            ids: persons.map(({ id }) => id),
            message: {
              vi: `${persons.length} người cùng tên ${name}: chỉ phân biệt được khi có chức vụ.`,
              en: `${numberOf(persons.length, 'person')} called ${name}: only a post tells them apart.`,
            },
          },
        ],
  );
}

function nearNamesakes(register: Register): RegisterFinding[] {
  const groups = Map.groupBy(register.persons, ({ name }) => withoutMarks(name.normalize('NFC')));
  return [...groups.values()].flatMap((persons) =>
    persons.flatMap((first, index) =>
      persons.slice(index + 1).flatMap((second): RegisterFinding[] => {
        if (first.name === second.name) return [];
        const isOneMark = differInOneMark(
          first.name.normalize('NFC'),
          second.name.normalize('NFC'),
        );
        return [
          {
            kind: 'near-namesake',
            severity: isOneMark ? 'warning' : 'note',
            ids: [first.id, second.id],
            message: {
              vi:
                `${first.name} và ${second.name} chỉ khác dấu: bài viết không dấu ` +
                'hoặc sai dấu có thể lẫn.',
              en:
                `${first.name} and ${second.name} differ in marks only: texts ` +
                'without or with wrong marks may mix them up.',
            },
          },
        ];
      }),
    ),
  );
}

function ambiguousLabels(register: Register): RegisterFinding[] {
  const labels = register.posts.flatMap((post) =>
    [...new Set([post.label, ...post.otherLabels])].map((label) => ({
      label: label.toLowerCase(),
      id: post.id,
    })),
  );
  return [...Map.groupBy(labels, ({ label }) => label)].flatMap(
    ([label, uses]): RegisterFinding[] => {
      const ids = [...new Set(uses.map(({ id }) => id))];
      if (ids.length < 2) return [];
      const message = {
        vi:
          `"${label}" là cách gọi của ${ids.length} chức vụ: đứng một mình cần bối ` +
          'cảnh (nơi, người đã nêu).',
        en:
          `"${label}" is a label of ${numberOf(ids.length, 'post')}: alone it needs context (a ` +
          'place, someone named before).',
      };
      return [{ kind: 'ambiguous-label', severity: 'note', ids, message }];
    },
  );
}

function sources(register: Register): RegisterFinding[] {
  return register.terms.flatMap((term): RegisterFinding[] => {
    if (!term.checked) {
      const message = {
        vi: `Nhiệm kỳ ${term.id} chưa được kiểm tra; mọi nơi hiển thị đều ghi rõ.`,
        en: `Term ${term.id} is unchecked; it is marked so wherever it is shown.`,
      };
      return [{ kind: 'unchecked', severity: 'note', ids: [term.id], message }];
    }
    if (term.source !== null) return [];
    const message = {
      vi: `Nhiệm kỳ ${term.id} không có nguồn. Thêm nguồn hoặc ghi là chưa kiểm tra.`,
      en: `Term ${term.id} has no source. Add one or mark it unchecked.`,
    };
    return [{ kind: 'no-source', severity: 'warning', ids: [term.id], message }];
  });
}
