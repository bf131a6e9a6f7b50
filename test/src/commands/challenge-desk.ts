import { createOperatorDesk } from '../../../src/commands/operator-desk.ts';
import type { ChallengeDesk } from '../../../src/domain/index.ts';
import type { TestDatabase } from '../../database.ts';
import { testContext } from '../context.ts';
import { stationOver } from '../station.ts';

/** Challenges are decided as an installation decides them. */
export async function challengeDesk(
  database: TestDatabase,
  folder: string,
): Promise<ChallengeDesk> {
  const { context } = testContext({ config: { dataFolder: folder } });
  const operator = createOperatorDesk(context, await stationOver(database, folder)());
  return {
    challenges: () => operator.challenges(),
    decideChallenge: (decision) => operator.decideChallenge(decision),
  };
}
