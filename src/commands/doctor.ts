import { methodVersion } from '../../analyzers/index.ts';
import { getState, listOutlets, loadRegister, unreadRegister } from '../../db/index.ts';
import { ColumnInchesError, numberOf, saidOf } from '../domain/index.ts';
import type { Command, CommandContext, Station } from './command.ts';
import {
  archiveFolder,
  browser,
  dataFolder,
  type Finding,
  freeSpace,
  machineClock,
  nodeVersion,
  pagesPort,
  reach,
  sound,
  trouble,
  worthKnowing,
} from './doctor-machine.ts';
import { archiveSample, contactGiven, openAlarms, timetableRuns } from './doctor-running.ts';
import { isFollowed, ownOutlets } from './own-outlets.ts';
import { asTyped } from './typed.ts';

/** Looks at what most often goes wrong and says the mend. */
export const doctorCommand: Command = {
  usage: 'doctor',
  about: {
    vi: 'Kiểm tra máy và bản cài đặt, nói rõ chỗ hỏng và cách chữa',
    en: 'look over the machine and the installation, and say what to mend',
  },
  options: [],
  example: 'column-inches doctor',
  run: async (context) => {
    const folder = await dataFolder(context);
    const findings = [
      nodeVersion(),
      machineClock(context),
      folder,
      await archiveFolder(context),
      await freeSpace(context),
      await browser(context),
      contactGiven(context),
      await outletFiles(context),
      // Without its folder the embedded database would only repeat the same trouble.
      ...(folder.ok || context.config.databaseUrl !== null ? await installation(context) : []),
    ];
    if (context.json) await context.print(JSON.stringify(findings));
    else for (const finding of findings) await context.print(line(context, finding));
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

function line({ language, program }: CommandContext, { ok, note, text }: Finding): string {
  return `${ok ? (note ? '·' : '✓') : '✗'} ${asTyped(text[language], program)}`;
}

async function outletFiles(context: CommandContext): Promise<Finding> {
  try {
    const outlets = await ownOutlets(context);
    return sound('outlet-files', {
      vi: `Tệp cơ quan báo chí của bạn: ${outlets.length}, đều đọc được`,
      en: `Outlet files of your own: ${outlets.length}, all readable`,
    });
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    return trouble('outlet-files', saidOf(thrown));
  }
}

/** The database and what is in it; one finding that says why, where it does not open. */
async function installation(context: CommandContext): Promise<Finding[]> {
  let station: Station;
  try {
    station = await context.openStation();
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    const said = saidOf(thrown);
    const refused = trouble('database', {
      vi: `Cơ sở dữ liệu không mở được (${thrown.code}): ${said.vi}`,
      en: `The database does not open (${thrown.code}): ${said.en}`,
    });
    return [refused, await pagesPort(context, null)];
  }
  try {
    return [
      databaseWorks(station),
      await pagesPort(context, station.database.heldBy),
      ...(await contents(context, station)),
    ];
  } finally {
    await station.close();
  }
}

function databaseWorks({ database }: Station): Finding {
  const { heldBy } = database;
  if (heldBy === null) {
    return sound('database', { vi: 'Cơ sở dữ liệu mở được', en: 'The database opens' });
  }
  const { pid, purpose } = heldBy;
  return sound('database', {
    vi: `Column Inches đang chạy (tiến trình ${pid}, lệnh ${purpose}); cơ sở dữ liệu trả lời tốt`,
    en: `Column Inches is running (process ${pid}, ${purpose}); its database answers`,
  });
}

async function contents(context: CommandContext, station: Station): Promise<Finding[]> {
  const { db } = station.database;
  const { demo, period, outlets } = await station.numbers.extent();
  const followed = (await listOutlets(db, { demo: false })).filter(isFollowed);
  const findings = [captured({ demo, period, outlets }), await archiveSample(station)];
  const [first] = followed;
  if (first) {
    findings.push(await reach(first));
    findings.push(await timetableRuns(context, station), await openAlarms(context, station));
  }
  if (!demo) findings.push(await registerFinding(station));
  if ((await unreadRegister(db, { demo })) !== null) {
    findings.push(
      worthKnowing('register-read', {
        vi: 'Danh bạ đã đổi sau khi các tin được đọc: số liệu cũ hơn danh bạ. Đọc lại: column-inches recompute',
        en: 'The register changed after items were read: figures are older than it. Run: column-inches recompute',
      }),
    );
  }
  const version = await getState(db, 'methodVersion');
  if (version !== null && version !== methodVersion) {
    findings.push(
      worthKnowing('method', {
        vi: `Số liệu tính theo phương pháp ${version}, nay là ${methodVersion}. Tính lại: column-inches recompute`,
        en: `The figures are of method ${version}; it is ${methodVersion} now. Run: column-inches recompute`,
      }),
    );
  }
  return findings;
}

async function registerFinding(station: Station): Promise<Finding> {
  const { persons, terms } = await loadRegister(station.database.db, { demo: false });
  if (persons.length === 0) {
    return worthKnowing('register', {
      vi: 'Chưa có danh bạ nên chưa tìm được ai. Nhập: column-inches register import TỆP',
      en: 'There is no register, so that nobody is found. Import one: column-inches register import FILE',
    });
  }
  const unchecked = terms.filter(({ checked }) => !checked).length;
  const said = {
    vi: `Danh bạ: ${persons.length} người, ${unchecked} nhiệm kỳ chưa kiểm chứng`,
    en: `Register: ${numberOf(persons.length, 'person')}, ${numberOf(unchecked, 'term')} unchecked`,
  };
  return unchecked === 0 ? sound('register', said) : worthKnowing('register', said);
}

function captured(extent: {
  readonly demo: boolean;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly outlets: number;
}): Finding {
  const { demo, period, outlets } = extent;
  if (period === null) {
    return worthKnowing('contents', {
      vi: 'Chưa thu thập gì. Chạy: column-inches start',
      en: 'Nothing captured yet. Run: column-inches start',
    });
  }
  const written = (day: string) => day.split('-').toReversed().join('/');
  const days = `${written(period.from)} – ${written(period.to)}`;
  return sound('contents', {
    vi: `${outlets} cơ quan báo chí${demo ? ' hư cấu' : ''}, ${days}`,
    en: `${numberOf(outlets, demo ? 'fictional outlet' : 'outlet')}, ${period.from} – ${period.to}`,
  });
}
