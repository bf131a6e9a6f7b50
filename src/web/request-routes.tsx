import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ChallengeDesk, ColumnInchesError, type SignedDecision } from '../domain/index.ts';
import type { DeskSetting } from './coding-routes.tsx';
import { fieldsOf } from './gate.ts';
import {
  attempt,
  type OperatorSetting,
  type Outcome,
  outcomePage,
  signed,
} from './operator-routes.tsx';
import { AdminRequestsPage, CodingChallengesPage } from './pages/index.ts';
import { sendPage } from './site.ts';

type ChallengeSetting = DeskSetting & { readonly operator: ChallengeDesk };

/** A decision as a form gives it; null where it lacks the answer, or says neither yes nor no. */
function decisionOf(request: FastifyRequest): SignedDecision | null {
  const fields = fieldsOf(request);
  const decision = fields.get('decision');
  const by = signed(request);
  if (by.why === '' || (decision !== 'accept' && decision !== 'reject')) return null;
  const { id } = request.params as { readonly id: string };
  return { ...by, id, accept: decision === 'accept', toPersonId: fields.get('to') || null };
}

/** Decides what a form says; whoever comes second is told so. */
async function decide(
  request: FastifyRequest,
  action: (decision: SignedDecision) => Promise<Outcome>,
): Promise<Outcome> {
  const decision = decisionOf(request);
  if (decision === null) return { said: 'admin.requests.incomplete', status: 400 };
  const outcome = await attempt(() => action(decision));
  const { said } = outcome;
  if (!(said instanceof ColumnInchesError) || said.code !== 'challenge/not-open') return outcome;
  return { said: 'admin.requests.notOpen', status: 409 };
}

/** The same for administrators and coders. */
function decideChallenge(desk: ChallengeDesk, request: FastifyRequest): Promise<Outcome> {
  return decide(request, async (decision) => {
    const correction = await desk.decideChallenge(decision);
    if (correction === null) return { said: 'admin.requests.decided' };
    const { personName: name, before, after } = correction;
    return { said: 'admin.requests.restated', values: { name, before, after } };
  });
}

async function sendRequests(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const { operator, desk } = setting;
  const page = (
    <AdminRequestsPage
      setting={form}
      challenges={await operator.challenges()}
      takedowns={await operator.takedowns()}
      persons={await desk.persons()}
      outcome={text}
    />
  );
  return sendPage(reply, page, { view, status });
}

/** `/admin/requests`: what readers ask. */
export function adminRequestRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/requests', (_request, reply) => sendRequests(setting, reply, { said: null }));
  app.post('/admin/challenges/:id', async (request, reply) =>
    sendRequests(setting, reply, await decideChallenge(operator, request)),
  );
  app.post('/admin/takedowns/:id', async (request, reply) => {
    const outcome = await decide(request, async (decision) => {
      await operator.decideTakedown(decision);
      return { said: 'admin.requests.decided' };
    });
    return sendRequests(setting, reply, outcome);
  });
}

async function sendChallenges(
  setting: ChallengeSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const { operator, desk } = setting;
  const page = (
    <CodingChallengesPage
      setting={form}
      challenges={await operator.challenges()}
      persons={await desk.persons()}
      outcome={text}
    />
  );
  return sendPage(reply, page, { view, status });
}

/** `/coding/challenges`: coders decide what readers contest, and see nothing else. */
export function codingChallengeRoutes(app: FastifyInstance, setting: ChallengeSetting): void {
  app.get('/coding/challenges', (_request, reply) =>
    sendChallenges(setting, reply, { said: null }),
  );
  app.post('/coding/challenges/:id', async (request, reply) =>
    sendChallenges(setting, reply, await decideChallenge(setting.operator, request)),
  );
}
