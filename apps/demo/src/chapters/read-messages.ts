import type { Json } from '@motcua/scenario';
import { awaitAnswer, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { sayWhen } from '../scenario/words.js';

/** What the applicant of 1.001686 is written by mail, once each (R19). */
const MAILS_OF_THE_STORY = [
  'case.deadline-adjusted',
  'case.deadline-adjusted',
  'case.result-issued',
  'case.supplement-requested',
  'dossier.accepted',
  'dossier.payment-required',
  'dossier.processed',
  'dossier.processing',
  'dossier.processing-resumed',
  'dossier.registered-after-payment',
  'dossier.returned',
  'payment.receipt-issued',
  'payment.received',
];

/** Told at every move whatever the procedure. */
const ALWAYS = ['dossier.accepted', 'dossier.processed', 'dossier.processing', 'dossier.returned'];

/** What officers and leaders are told of the deadline. */
const REMINDERS = ['case.due-soon', 'case.overdue', 'case.escalated'];

/** R19: the applicant was told at every move, once, and the mail has left. */
export async function readMessages(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, procedure } = world;
  const { body } = await awaitAnswer(
    world,
    'every message is on its way',
    () => client.get('admin', `/notification/v1/deliveries?dossierId=${id}&limit=100`),
    (answer) => {
      const items = answer.body.items as Json[];
      return items.some(({ kind }) => kind === 'dossier.returned') && items.every(({ state }) => state === 'sent');
    },
  );
  const deliveries = body.items as Json[];
  // A reminder goes to the officer and to the leaders, who are several for one event.
  const single = deliveries.filter(({ kind }) => !REMINDERS.includes(String(kind)));
  const once = new Set(single.map(({ eventId, channel, kind }) => `${eventId} ${channel} ${kind}`));
  expect.equal('deliveries, each once for its event and channel', single.length, once.size);
  const mails = deliveries.filter(({ channel }) => channel === 'email').map(({ kind }) => String(kind));
  expect.equal(
    'moves that were notified',
    ALWAYS.filter((kind) => mails.filter((one) => one === kind).length !== 1),
    [],
  );
  if (procedure.code === '1.001686') expect.equal('mails', mails.sort(), MAILS_OF_THE_STORY);
  const own = expect.answered(
    'messages in the application',
    200,
    await client.get(participants.citizen.subject, `/notification/v1/messages?dossierId=${id}&limit=100`),
  );
  const messages = (own.body.items as Json[]).toReversed();
  const told = new Set(messages.map(({ kind }) => String(kind)));
  expect.equal(
    'mails that are not in the application too',
    mails.filter((kind) => !told.has(kind)),
    [],
  );
  tell.heading('Tin nhắn đã gửi cho người dân', 'messages to the applicant');
  tell.line(
    `${mails.length} thư điện tử và ${messages.length} tin trong ứng dụng · ${mails.length} e-mails, ${messages.length} messages in the application`,
  );
  for (const { occurredAt, title, kind } of messages)
    tell.line(`${sayWhen(occurredAt)}  ${title}  [${kind}${mails.includes(kind) ? ', e-mail' : ''}]`);
}
