import type { DigestDesk } from '../publish/index.ts';
import type { CommandContext, Station } from './command.ts';
import { operatorTimeZone } from './operator-zone.ts';

/** The weekly letter over an opened installation. */
export async function digestOf(context: CommandContext, station: Station): Promise<DigestDesk> {
  const { config, log, clock } = context;
  const { createDigests, createMailDoor, readFigures } = await import('../publish/index.ts');
  const { smtpUrl, mailFrom } = config;
  return createDigests(station.database, {
    figures: readFigures,
    log,
    now: () => clock.now(),
    timeZone: operatorTimeZone,
    origin: originOf(context),
    openMail:
      smtpUrl === null || mailFrom === null
        ? null
        : () => createMailDoor({ url: smtpUrl, from: mailFrom, log }),
  });
}

/** Where readers reach the pages; a host that means every machine is this one. */
export function originOf({ config }: CommandContext): string {
  const { publicUrl, host, port } = config;
  if (publicUrl !== null) return publicUrl;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
