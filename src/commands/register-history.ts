import { registerChanges } from '../../db/index.ts';
import type { RegisterChange } from '../domain/index.ts';
import type { Command } from './command.ts';
import { demoOption } from './register-check.ts';

/** What was changed in the register, latest first: from what to what, when, by whom and why. */
export const registerHistoryCommand: Command = {
  usage: 'register history [id]',
  about: {
    vi: 'Lịch sử danh bạ: đã đổi gì, khi nào, do ai, vì sao',
    en: "the register's history: what was changed, when, by whom and why",
  },
  options: [demoOption],
  example: 'column-inches register history le-hai-dang',
  run: async (context, input) => {
    const [id] = input.arguments;
    const station = await context.openStation();
    try {
      const changes = await registerChanges(station.database.db, {
        demo: input.options['demo'] === true,
        ...(id === undefined ? {} : { id }),
      });
      if (context.json) await context.print(JSON.stringify({ changes }));
      else for (const change of changes) await context.print(changeLine(change, context.language));
      if (changes.length === 0 && !context.json) {
        context.tell({
          vi:
            id === undefined ? 'Danh bạ chưa có thay đổi nào.' : `Chưa có thay đổi nào ở “${id}”.`,
          en: id === undefined ? 'Nothing was changed yet.' : `Nothing was changed at "${id}".`,
        });
      }
      return 0;
    } finally {
      await station.close();
    }
  },
};

const entities = {
  vi: {
    person: 'người',
    organization: 'cơ quan',
    place: 'địa danh',
    post: 'chức vụ',
    term: 'nhiệm kỳ',
  },
  en: {
    person: 'person',
    organization: 'organization',
    place: 'place',
    post: 'post',
    term: 'term',
  },
} as const;

const words = {
  vi: { added: 'thêm', removed: 'xóa', nobody: 'không ghi ai sửa' },
  en: { added: 'added', removed: 'removed', nobody: 'nobody named' },
} as const;

function changeLine(change: RegisterChange, language: 'vi' | 'en'): string {
  const { added, removed, nobody } = words[language];
  const instant = change.changedAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const what =
    change.before === null ? added : change.after === null ? removed : fieldsChanged(change);
  const who = change.changedBy ?? nobody;
  const why = change.reason === null ? '' : `: ${change.reason}`;
  const entity = entities[language][change.entity];
  return `${instant}  ${entity} ${change.entityId}  ${what}  (${who}${why})`;
}

function fieldsChanged({ before, after }: RegisterChange): string {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, old: written(before?.[name]), present: written(after?.[name]) }))
    .filter(({ old, present }) => old !== present)
    .map(({ name, old, present }) => `${name} ${old} → ${present}`)
    .join('; ');
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
