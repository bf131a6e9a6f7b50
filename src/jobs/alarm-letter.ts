import { type Alarm, numberOf, type OperatorLetter, type OperatorMail } from '../domain/index.ts';
import { alarmWords } from '../publish/index.ts';

/** One letter in plain text: what is new, what is over, where to look. */
export function alarmLetter(
  news: { readonly raised: readonly Alarm[]; readonly resolved: readonly Alarm[] },
  to: Pick<OperatorMail, 'language' | 'address'>,
): OperatorLetter {
  const { language, address } = to;
  const { raised, resolved } = news;
  const vi = language === 'vi';
  const counts = vi
    ? `${raised.length} báo động mới, ${resolved.length} đã hết`
    : `${numberOf(raised.length, 'new alarm')}, ${resolved.length} over`;
  const lines = [
    counts,
    ...section(vi ? 'Mới' : 'New', raised, language),
    ...section(vi ? 'Đã hết' : 'Over', resolved, language),
    '',
    vi ? `Tất cả: ${address}/operations` : `All of them: ${address}/operations`,
  ];
  return { subject: `Column Inches: ${counts}`, text: `${lines.join('\n')}\n` };
}

function section(title: string, alarms: readonly Alarm[], language: 'vi' | 'en'): string[] {
  if (alarms.length === 0) return [];
  return ['', `${title}:`, ...alarms.flatMap((alarm) => entry(alarm, language))];
}

function entry(alarm: Alarm, language: 'vi' | 'en'): string[] {
  const { name, seen, mend } = alarmWords(alarm);
  const head = `- ${alarm.outletName}: ${name[language]}`;
  const about = alarm.about === '' ? [] : [`  ${alarm.about}`];
  if (alarm.resolvedAt !== null) return [head, ...about];
  return [head, ...about, `  ${seen[language]}`, `  ${mend[language]}`];
}
