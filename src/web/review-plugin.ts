import type { FastifyPluginCallback } from 'fastify';
import type { OperatorDesk, PersonalMail } from '../domain/index.ts';
import type { Accounts, Administration, ReviewDesk } from '../review/index.ts';
import { accuracyRoutes, adminReviewRoutes, adminUserRoutes } from './admin-routes.tsx';
import { codingRoutes, disputeRoutes } from './coding-routes.tsx';
import { addGate } from './gate.ts';
import { backupRoutes, checkupRoutes, replayRoutes } from './installation-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { operatorOutletRoutes, operatorRegisterRoutes } from './operator-routes.tsx';
import { adminRequestRoutes, codingChallengeRoutes } from './request-routes.tsx';
import { accountRoutes, joinRoutes, signInRoutes } from './session-routes.tsx';
import type { Site } from './site.ts';
import { planRoutes, upkeepRoutes } from './upkeep-routes.tsx';

/** What stands behind the gate; a server without it has the public pages alone. */
export interface ReviewParts {
  readonly accounts: Accounts;
  readonly desk: ReviewDesk;
  readonly administration: Administration;
  /** What commands and files can do; without it these pages are not there. */
  readonly operator?: OperatorDesk;
  /** Where invitation links lead; null: the address the administrator uses. */
  readonly publicUrl: string | null;
  /** Sends invitations; left out or null: no mail server is set. */
  readonly mail?: PersonalMail | null;
}

/** Accounts, coding and administration: every route of `reviewRoutes`, behind one gate. */
export const reviewPlugin: FastifyPluginCallback<{ site: Site; parts: ReviewParts }> = (
  app,
  { site, parts },
  done,
) => {
  addGate(app, site, parts.accounts);
  // Every form and page here is made for one person; none is in the description of the JSON API.
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true };
  });
  const { administration } = parts;
  const setting = {
    site,
    ...parts,
    mail: parts.mail ?? null,
    sessions: {
      list: (accountId: string) => administration.sessions(accountId),
      end: (accountId: string, sessionId: string | null) =>
        administration.endSessions(accountId, { accountId, sessionId }),
    },
  };
  signInRoutes(app, setting);
  joinRoutes(app, setting);
  accountRoutes(app, setting);
  codingRoutes(app, setting);
  disputeRoutes(app, setting);
  accuracyRoutes(app, setting);
  adminReviewRoutes(app, setting);
  adminUserRoutes(app, setting);
  const { operator } = parts;
  if (operator) {
    operatorOutletRoutes(app, { ...setting, operator });
    operatorRegisterRoutes(app, { ...setting, operator });
    adminRequestRoutes(app, { ...setting, operator });
    codingChallengeRoutes(app, { ...setting, operator });
    letterRoutes(app, { ...setting, operator });
    upkeepRoutes(app, { ...setting, operator });
    planRoutes(app, { ...setting, operator });
    backupRoutes(app, { ...setting, operator });
    replayRoutes(app, { ...setting, operator });
    checkupRoutes(app, { ...setting, operator });
  }
  done();
};
