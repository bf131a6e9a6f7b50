import type {
  BulletinAnalysis,
  BulletinPart,
  IsoInstant,
  Measurement,
  PersonOnAir,
  Reason,
  Unit,
} from '../../src/domain/index.ts';
import { clockSeconds, daypartOf, localSeconds } from './dayparts.ts';

/** A bulletin as its measures read it. */
export interface MeasuredBulletin extends BulletinAnalysis {
  readonly durationSeconds: number | null;
  readonly startAt: IsoInstant | null;
  readonly timeZone: string;
}

interface BroadcastMeasure {
  readonly id: string;
  readonly version: number;
  readonly unit: Unit;
  readonly definition: Reason;
  /** Of a part; null = the source does not say. */
  readonly ofPart?: (part: BulletinPart, bulletin: MeasuredBulletin) => Measurement['value'];
  readonly ofPerson?: (person: PersonOnAir) => Measurement['value'];
}

const reportsOf = ({ parts }: MeasuredBulletin) => parts.filter(({ kind }) => kind === 'report');
const secondsOf = (milliseconds: number | null) =>
  milliseconds === null ? null : milliseconds / 1000;

function startMsOf(part: BulletinPart, { startAt }: MeasuredBulletin): number | null {
  if (startAt === null || part.startSeconds === null) return null;
  return Date.parse(startAt) + part.startSeconds * 1000;
}

/** All measures of what is on air, in the order of METHOD.md. */
export const broadcastMeasures: readonly BroadcastMeasure[] = [
  {
    id: 'broadcast.seconds',
    version: 1,
    unit: 'seconds',
    definition: {
      vi: 'Số giây của tin trong bản tin.',
      en: 'Seconds of the report in the bulletin.',
    },
    ofPart: ({ seconds }) => seconds,
  },
  {
    id: 'broadcast.share-of-bulletin',
    version: 1,
    unit: 'share',
    definition: {
      vi: 'Số giây của tin chia cho số giây của cả bản tin.',
      en: 'Seconds of the report ÷ seconds of the whole bulletin.',
    },
    ofPart: ({ seconds }, { durationSeconds }) =>
      seconds === null || durationSeconds === null || durationSeconds === 0
        ? null
        : seconds / durationSeconds,
  },
  {
    id: 'broadcast.slot',
    version: 1,
    unit: 'category',
    definition: {
      vi: 'Thứ tự k trên n tin của bản tin; 1 là tin mở đầu.',
      en: 'Place k of the n reports of the bulletin; 1 is the opener.',
    },
    ofPart: ({ slot }, bulletin) =>
      slot === null ? null : `${slot}/${reportsOf(bulletin).length}`,
  },
  {
    id: 'broadcast.in-headlines',
    version: 1,
    unit: 'category',
    definition: {
      vi: 'Đầu đề của tin được đọc ở phần tin chính hay không.',
      en: 'Whether the title of the report is read in the headlines.',
    },
    ofPart: ({ inHeadlines }) => (inHeadlines === null ? null : inHeadlines ? 'yes' : 'no'),
  },
  {
    id: 'broadcast.daypart',
    version: 1,
    unit: 'category',
    definition: {
      vi: 'Buổi trong ngày lúc tin bắt đầu, theo giờ của cơ quan báo chí.',
      en: 'Part of the day at which the report begins, in the outlet’s zone.',
    },
    ofPart: (part, bulletin) => {
      const startMs = startMsOf(part, bulletin);
      if (startMs === null) return null;
      return daypartOf(Math.floor(localSeconds(startMs, bulletin.timeZone) / 60));
    },
  },
  {
    id: 'broadcast.clock-seconds',
    version: 1,
    unit: 'seconds',
    definition: {
      vi: 'Số giây của tin trong từng giờ đồng hồ mà tin chạm tới.',
      en: 'Seconds of the report in each clock hour that it touches.',
    },
    ofPart: (part, bulletin) => {
      const startMs = startMsOf(part, bulletin);
      if (startMs === null || part.seconds === null) return null;
      const hours = clockSeconds(startMs, part.seconds, bulletin.timeZone);
      return [...hours].map(([hour, seconds]) => `${hour}:00 ${seconds}`).join(', ');
    },
  },
  {
    id: 'broadcast.about-seconds',
    version: 1,
    unit: 'seconds',
    definition: {
      vi: 'Số giây nói về người này: hợp của các phụ đề thuộc câu có nhắc tới họ.',
      en: 'Seconds about the person: the union of the cues whose sentence mentions them.',
    },
    ofPerson: ({ aboutMs }) => secondsOf(aboutMs),
  },
  {
    id: 'broadcast.speaking-seconds',
    version: 1,
    unit: 'seconds',
    definition: {
      vi: 'Số giây chính người này nói, nếu nguồn có ghi người nói.',
      en: 'Seconds the person speaks, where the source marks speakers.',
    },
    ofPerson: ({ speakingMs }) => secondsOf(speakingMs),
  },
];

/** One value with the part it is of: the index in the bulletin's parts. */
export interface PartMeasurement extends Measurement {
  readonly part: number;
}

/** Runs every measure over a bulletin's parts and the persons in them. */
export function measureBulletin(bulletin: MeasuredBulletin): PartMeasurement[] {
  return bulletin.parts.flatMap((part, index) =>
    broadcastMeasures.flatMap(({ id, version, unit, ofPart, ofPerson }): PartMeasurement[] => {
      const named = { measure: id, version, unit, part: index };
      const { title, startSeconds } = part;
      if (ofPart) {
        const value = ofPart(part, bulletin);
        return [{ ...named, personId: null, value, evidence: { title, startSeconds } }];
      }
      return part.persons.map((person) => ({
        ...named,
        personId: person.personId,
        value: ofPerson?.(person) ?? null,
        evidence: {
          sentences: person.sentences.map(({ startMs, endMs }) => [startMs, endMs]),
        },
      }));
    }),
  );
}
