import type { ChallengeDesk, OperatorDesk, Outlet } from '../src/domain/index.ts';
import { outlet, register } from './db/world.ts';

// What administrators see of their own pages: an outlet in each state, requests of each kind. What
// the buttons do is tested where it is done.

const notHere = async (): Promise<never> => {
  throw new TypeError('these pages are only looked at');
};

const named = (id: string): Outlet => ({ ...outlet({ id }), verified: id === 'a' });
const over = { endedAt: '2026-03-06T02:00:00.000Z', problem: null, notes: [] };
const waiting = { runningSince: null, pagesSoFar: 0, last: null };
const open = { state: 'open', decidedAt: null, decidedBy: null, answer: null } as const;

/** One row of everything; `itemId` is an item of the house. */
export function sampleOperator(itemId: string): Omit<OperatorDesk, keyof ChallengeDesk> {
  return {
    outlets: async () =>
      (['followed', 'paused', 'available', 'replayed'] as const).map((state, index) => ({
        outlet: named('abcd'.charAt(index)),
        state,
      })),
    register: async () => register,
    takedowns: async () => [
      {
        ...open,
        id: 'fedcba9876543210',
        itemId,
        outletName: 'Báo A',
        url: 'https://a.example/3',
        reason: 'Bài có nêu tên một người không giữ chức vụ nào.',
        askedAt: '2026-03-07T02:00:00.000Z',
      },
    ],
    subscribers: async () => [
      { state: 'active', language: 'vi', count: 12 },
      { state: 'pending', language: 'en', count: 1 },
    ],
    registerFindings: async () => [
      {
        severity: 'warning',
        kind: 'gap',
        message: {
          vi: 'Có khoảng trống giữa hai nhiệm kỳ.',
          en: 'There is a gap between two terms.',
        },
      },
    ],
    plans: async () => [],
    retention: async () => ({
      days: { pagesDays: 90, picturesDays: null },
      isFixed: false,
      due: { count: 12, megabytes: 3.4 },
      waiting: 2,
      runs: [
        { at: '2026-03-06T20:30:00.000Z', by: null, cleared: 4, givenUp: 9, megabytes: 1.2 },
        { at: '2026-03-05T03:00:00.000Z', by: 'Lê An', cleared: 0, givenUp: 4, megabytes: 0.8 },
      ],
    }),
    recomputeState: () => ({
      runningSince: null,
      pagesSoFar: 0,
      last: { ...over, result: { pages: 120, failed: 1, gone: 2 } },
    }),
    exportState: () => ({
      ...waiting,
      last: { ...over, result: { hash: '0123456789abcdef'.repeat(4) } },
    }),
    backupState: async () => ({
      ...waiting,
      folder: '/srv/column-inches/data/backup',
      kept: { madeAt: over.endedAt, program: '1.0.0', rows: 120_000, pages: 3400, lost: 2 },
      restoreLines: ['tar -xf column-inches-backup.tar'],
    }),
    replayState: () => ({
      ...waiting,
      last: {
        ...over,
        result: { article: 12, source: 1, failed: 1 },
        notes: [
          { vi: 'a.html không cho biết là trang nào.', en: 'a.html does not say which page.' },
        ],
      },
    }),
    checkup: async () => [
      { check: 'node', ok: true, text: { vi: 'Node.js 24', en: 'Node.js 24' } },
      {
        check: 'disk',
        ok: false,
        text: { vi: 'Đĩa chỉ còn 0,4 GB.', en: 'Only 0.4 GB free on the disk.' },
      },
    ],
    commands: [
      { name: 'backup', page: '/admin/backup', why: null },
      {
        name: 'restore',
        page: null,
        why: {
          vi: 'Khôi phục thay chính cơ sở dữ liệu đang mở các trang này.',
          en: 'Restoring replaces the very database that serves these pages.',
        },
      },
    ],
    sendsMail: true,
    opml: async () => '',
    importOpml: notHere,
    freezePage: notHere,
    queryRegister: notHere,
    sealPlan: notHere,
    noteDeviation: notHere,
    setRetention: notHere,
    runRetention: notHere,
    startRecompute: notHere,
    archive: notHere,
    startExport: notHere,
    startBackup: notHere,
    backupFile: notHere,
    startReplay: notHere,
    lookAtPage: notHere,
    outletFile: async () => 'id: a\nname: Báo a\n',
    saveOutletFile: notHere,
    addSubscriber: notHere,
    previewLetter: notHere,
    sendLetter: notHere,
    readBounce: notHere,
    registerFile: async () => '',
    addOutlet: notHere,
    lookAtOutlet: notHere,
    pauseOutlet: notHere,
    expectItems: notHere,
    saveTerm: notHere,
    importRegister: notHere,
    removeRegister: notHere,
    decideTakedown: notHere,
    endSubscription: notHere,
  };
}
