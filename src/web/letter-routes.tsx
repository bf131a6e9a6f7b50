import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { fieldsOf, importedText } from './gate.ts';
import {
  attempt,
  type OperatorSetting,
  type Outcome,
  outcomePage,
  signed,
} from './operator-routes.tsx';
import { AdminSubscribersPage } from './pages/index.ts';
import { sendPage } from './site.ts';

type Preview = Awaited<ReturnType<OperatorSetting['operator']['previewLetter']>>;

async function sendSubscribers(
  setting: OperatorSetting,
  reply: FastifyReply,
  shown: Outcome & { readonly preview?: Preview },
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, shown);
  const { operator } = setting;
  const model = {
    counts: await operator.subscribers(),
    sendsMail: operator.sendsMail,
    outcome: text,
    preview: shown.preview ?? null,
  };
  return sendPage(reply, <AdminSubscribersPage setting={form} model={model} />, { view, status });
}

const language = z.enum(['vi', 'en']);
const week = z.union([z.literal('').transform(() => null), z.iso.date()]);
const addSchema = z.object({ address: z.string().trim().max(320), language });
const letterSchema = z.object({ week, language: language.default('vi') });

/** `/admin/subscribers`: who gets the weekly letter, the letter itself, and what came back. */
export function letterRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  const told = (reply: FastifyReply, said: Outcome['said'], values?: Outcome['values']) =>
    sendSubscribers(setting, reply, { said, ...(values ? { values } : {}) });
  app.get('/admin/subscribers', (_request, reply) => told(reply, null));
  app.post('/admin/subscribers/end', async (request, reply) => {
    const address = fieldsOf(request).get('address') ?? '';
    const isEnded = await operator.endSubscription(signed(request), address);
    return told(reply, isEnded ? 'admin.subscribers.ended' : 'admin.subscribers.unknown');
  });
  app.post('/admin/subscribers/add', async (request, reply) => {
    const asked = addSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!asked.success) return told(reply, 'admin.notUnderstood');
    const outcome = await attempt(async () => {
      await operator.addSubscriber(signed(request), asked.data);
      return { said: 'admin.subscribers.asked' };
    });
    return sendSubscribers(setting, reply, outcome);
  });
  app.post('/admin/subscribers/preview', async (request, reply) => {
    const asked = letterSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!asked.success) return told(reply, 'admin.notUnderstood');
    const previews: Preview[] = [];
    const outcome = await attempt(async () => {
      previews.push(await operator.previewLetter(asked.data.language, asked.data.week));
      return { said: null };
    });
    const [preview] = previews;
    return sendSubscribers(setting, reply, { ...outcome, ...(preview ? { preview } : {}) });
  });
  app.post('/admin/subscribers/send', async (request, reply) => {
    const asked = letterSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!asked.success) return told(reply, 'admin.notUnderstood');
    const outcome = await attempt(async () => {
      const summary = await operator.sendLetter(signed(request), asked.data.week);
      const { sent, refused, waiting, unknown } = summary;
      return { said: 'admin.letter.sent', values: { sent, refused, waiting, unknown } };
    });
    return sendSubscribers(setting, reply, outcome);
  });
  app.post('/admin/subscribers/bounce/import', async (request, reply) => {
    const notice = importedText(request);
    const said = {
      ended: 'admin.letter.bounceEnded',
      noted: 'admin.letter.bounceNoted',
    } as const;
    const outcome = await attempt(async () => {
      const became = await operator.readBounce(signed(request), notice);
      return { said: became === null ? 'admin.letter.noBounce' : said[became] };
    });
    return sendSubscribers(setting, reply, outcome);
  });
}
