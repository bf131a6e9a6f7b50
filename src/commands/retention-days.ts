import { getState } from '../../db/index.ts';
import type { RetentionDays } from '../domain/index.ts';
import type { CommandContext, Station } from './command.ts';

/** Fewest days that may be set. */
export const leastRetentionDays = 7;

/**
 * For how long raw bytes are kept: as the environment says, which no page can change, else as an
 * administrator set it.
 */
export async function retentionDays(
  { config }: Pick<CommandContext, 'config'>,
  { database }: Pick<Station, 'database'>,
): Promise<{ readonly days: RetentionDays; readonly isFixed: boolean }> {
  const { keepPagesDays: pagesDays, keepPicturesDays: picturesDays } = config;
  if (pagesDays !== null || picturesDays !== null) {
    return { days: { pagesDays, picturesDays }, isFixed: true };
  }
  const own = await getState(database.db, 'retention');
  return { days: own ?? { pagesDays: null, picturesDays: null }, isFixed: false };
}
