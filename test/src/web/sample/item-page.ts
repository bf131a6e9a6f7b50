import type {
  EvidenceSentence,
  ItemPage,
  Measurement,
  Mention,
  MentionKind,
} from '../../../../src/domain/index.ts';
import { summaryOf } from './figures.ts';
import { items, type SampleItem, type SampleMention } from './items.ts';
import type { SamplePerson } from './world.ts';

type Mark = EvidenceSentence['marks'][number];

interface MarkPlan {
  readonly person: SamplePerson;
  readonly surface: string;
  readonly core: string;
  readonly kind: MentionKind;
  readonly reason: Mention['reason'];
  readonly state?: 'uncertain' | 'institutional' | 'former';
  readonly confidence?: number;
}

function markOf(sentence: string, field: Mention['field'], plan: MarkPlan): Mark {
  // An institutional title repeats the one before the name: it is the later of the two.
  const start =
    plan.state === 'institutional'
      ? sentence.lastIndexOf(plan.surface)
      : sentence.indexOf(plan.surface);
  const coreStart = start + plan.surface.indexOf(plan.core);
  const { person, surface, kind, reason, state } = plan;
  return {
    field,
    start,
    end: start + surface.length,
    coreStart,
    coreEnd: coreStart + plan.core.length,
    surface,
    personId: person.id,
    personName: person.name,
    kind,
    postId: null,
    confidence: plan.confidence ?? 0.99,
    uncertain: state === 'uncertain',
    institutional: state === 'institutional',
    former: state === 'former',
    counted: state === undefined || state === 'former',
    reason,
  };
}

const fullName: Mention['reason'] = {
  vi: 'Đủ họ tên, viết đúng như trong danh sách',
  en: 'Full name, spelled as in the register',
};

function sentence(
  field: Mention['field'],
  start: number,
  text: string,
  plans: readonly MarkPlan[],
): EvidenceSentence {
  return { field, start, text, marks: plans.map((plan) => markOf(text, field, plan)) };
}

function titledSentence(person: SamplePerson): EvidenceSentence {
  const titled = `${person.title} ${person.name}`;
  return sentence(
    'text',
    120,
    `Sáng nay, ${titled} cùng đoàn công tác đi kiểm tra hiện trường; ông nói phần việc còn lại phải xong trước mùa mưa, và ${person.title} sẽ báo cáo Tỉnh ủy trong tuần.`,
    [
      {
        person,
        surface: titled,
        core: person.name,
        kind: 'titled-name',
        reason: {
          vi: 'Chức danh đứng trước họ tên, người giữ chức ngày đăng tin',
          en: 'Title before the full name, who held the post on the day',
        },
      },
      {
        person,
        surface: person.title,
        core: person.title,
        kind: 'title-only',
        state: 'institutional',
        confidence: 0.8,
        reason: {
          vi: 'Nói đến cơ quan ở ngôi thứ ba, không gọi người',
          en: 'Speaks of the office, not of the person',
        },
      },
    ],
  );
}

function shortSentence(person: SamplePerson, index: number): EvidenceSentence {
  const given = person.name.split(' ').at(-1) ?? person.name;
  return sentence(
    'text',
    640 + index * 300,
    `Theo ông ${given}, địa phương đã bố trí 42,5 tỷ đồng và giao các sở theo dõi từng tuần.`,
    [
      {
        person,
        surface: `ông ${given}`,
        core: given,
        kind: 'short-name',
        confidence: 0.94,
        reason: {
          vi: 'Gọi tắt, họ tên đầy đủ đã có ở câu trên',
          en: 'Short form, the full name stands in an earlier sentence',
        },
      },
    ],
  );
}

function uncertainSentence(person: SamplePerson): EvidenceSentence {
  return sentence(
    'text',
    1800,
    `Danh sách khen thưởng còn có ${person.name}, giáo viên Trường THPT Kỳ Sơn.`,
    [
      {
        person,
        surface: person.name,
        core: person.name,
        kind: 'full-name',
        state: 'uncertain',
        confidence: 0.41,
        reason: {
          vi: 'Trùng họ tên, nhưng câu nói đến nghề khác: có thể là người khác',
          en: 'Same name, but the sentence names another profession: perhaps someone else',
        },
      },
    ],
  );
}

function sentencesOf(item: SampleItem): EvidenceSentence[] {
  const titles = item.counted
    .filter((mention) => item.title.includes(mention.person.name))
    .map((mention) =>
      sentence('title', 0, item.title, [
        {
          person: mention.person,
          surface: `${mention.person.title} ${mention.person.name}`,
          core: mention.person.name,
          kind: 'titled-name',
          reason: fullName,
        },
      ]),
    );
  const texts = item.counted.flatMap((mention, index) => [
    ...(index === 0 ? [titledSentence(mention.person)] : []),
    shortSentence(mention.person, index),
  ]);
  return [...titles, ...texts, ...item.uncertain.map(uncertainSentence)];
}

function measure(
  id: string,
  value: Measurement['value'],
  rest: Pick<Measurement, 'unit'> & Partial<Measurement>,
): Measurement {
  return { measure: id, version: 1, personId: null, value, evidence: {}, ...rest };
}

function personMeasures(mention: SampleMention): Measurement[] {
  const personId = mention.person.id;
  return [
    measure('length.person-words', mention.words, { unit: 'words', personId }),
    measure('prominence.first-place', mention.firstPlace, { unit: 'category', personId }),
  ];
}

function measuresOf(item: SampleItem): Measurement[] {
  return [
    measure('length.words', item.words, { unit: 'words' }),
    measure('length.characters', item.words * 5 + 11, { unit: 'characters' }),
    measure('length.column-inches', item.words / 42, { unit: 'column-inches' }),
    measure('length.pictures', null, { unit: 'pictures' }),
    ...item.counted.flatMap(personMeasures),
  ];
}

export function samplePage(id: string): ItemPage | null {
  const item = items.find((one) => one.id === id);
  if (item === undefined) return null;
  const firstSeen = `${item.day}T${item.time}:00+07:00`;
  return {
    item: summaryOf(item),
    timeZone: 'Asia/Ho_Chi_Minh',
    versions: [
      { version: 1, firstSeen, words: item.words - 24, edit: null },
      {
        version: 2,
        firstSeen: `${item.day}T23:10:00+07:00`,
        words: item.words,
        edit: { added: 31, removed: 7 },
      },
    ],
    sentences: sentencesOf(item),
    persons: item.counted.map((mention) => ({
      personId: mention.person.id,
      name: mention.person.name,
      role: mention.role,
      mentions: mention.mentions,
      words: mention.words,
      paragraphShare: Math.min(1, mention.mentions / 9),
      firstOffset: mention.firstPlace === 'headline' ? null : 120,
      firstPlace: mention.firstPlace,
      fraction: 1 / item.counted.length,
    })),
    measures: measuresOf(item),
    copies: items
      .filter((other) => other !== item && other.cluster === item.cluster)
      .map(summaryOf),
    contentHash: 'sha256:4be1f0a9c27d55e8803b6f1c9d2a7e64b0f3d81c5a962e7740c8f1b35d9e2a60',
    methodVersion: '1',
  };
}
