import type { CheckupDesk, CheckupFinding } from '../domain/index.ts';
import { doctorCommand } from './doctor.ts';
import { commandPlaces } from './on-pages.ts';
import { commandRunner, type DeskParts } from './operator-run.ts';
import { asTypedBoth } from './typed.ts';

/** What the doctor finds, and where each command's work is done on pages. */
export function checkupDesk({ context, station }: DeskParts): CheckupDesk {
  return {
    commands: commandPlaces(),
    checkup: async () => {
      // This very program serves the pages: their port is rightly taken.
      const heldBy = { pid: process.pid, purpose: 'start', socketFolder: null };
      const running = { ...station, database: { ...station.database, heldBy } };
      const findings = JSON.parse(await commandRunner(context, running)(doctorCommand, {}));
      return (findings as CheckupFinding[]).map((finding) => ({
        ...finding,
        text: asTypedBoth(finding.text, context.program),
      }));
    },
  };
}
