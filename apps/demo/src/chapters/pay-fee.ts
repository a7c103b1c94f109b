import type { Json, ScenarioAnswer } from '@motcua/scenario';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../scenario/scenario-world.js';
import { sayMoney, sayMoneyInEnglish, sayWhen } from '../scenario/words.js';

type CollectionTime = 'beforeAcceptance' | 'beforeReturn' | 'onDemand';

/** What a dossier owes at a time of collection. */
export const owedAt = (dossier: ScenarioDossier, time: CollectionTime): number =>
  (dossier.view.feeLines as Json[])
    .filter(({ collectedAt }) => collectedAt === time)
    .reduce((sum: number, { net }) => sum + Number(net), 0);

async function order(
  world: ScenarioWorld,
  dossier: ScenarioDossier,
  time: CollectionTime,
  method: string,
): Promise<ScenarioAnswer> {
  const { client, expect, participants } = world;
  const payer = method === 'counter' ? participants.cashier : participants.citizen;
  const answer = expect.answered(
    'a payment is ordered',
    201,
    await client.post(payer.subject, '/payment/v1/orders', {
      headers: { prefer: 'wait=5' },
      json: { dossierId: dossier.id, method, collect: [time] },
    }),
  );
  expect.equal('amount of the order', answer.body.amount, owedAt(dossier, time));
  return answer;
}

/** The payer pays on the platform's page; the platform calls back, signed, and may have to do so again. */
async function payAtPlatform(world: ScenarioWorld, dossier: ScenarioDossier, time: CollectionTime): Promise<void> {
  const { client, expect, tell, participants } = world;
  const { body } = await order(world, dossier, time, 'nationalPlatform');
  const { id, paymentUrl, reference, placedAt, amount } = body;
  expect.holds('the platform gave the address of its page', typeof paymentUrl === 'string', body);
  tell.scene({
    at: placedAt,
    who: participants.citizen,
    service: 'fee-payment',
    vi: `Tạo giao dịch thanh toán ${sayMoney(amount)} qua Nền tảng thanh toán quốc gia, mã tham chiếu ${reference}`,
    en: `Orders the payment at the national payment platform: ${paymentUrl}`,
  });
  // Whoever clicks while the system is away clicks again: the platform then repeats its callback.
  const paid = await awaitAnswer(
    world,
    "the payer's click and the callback",
    () => client.post(null, paymentUrl, { headers: { accept: 'application/json' } }),
    (answer) => answer.body?.callbacks?.[0]?.status === 200,
  );
  const [callback] = paid.body.callbacks as Json[];
  expect.equal(
    'answer to the signed callback',
    [callback?.status, JSON.parse(callback?.answer ?? '{}').MaLoi],
    [200, '00'],
  );
  const { body: settled } = await awaitAnswer(
    world,
    'the order is paid',
    () => client.get(participants.citizen.subject, `/payment/v1/orders/${id}`),
    (answer) => answer.body?.status === 'paid',
  );
  expect.equal('transaction of the platform', settled.transaction, callback.sent.MaGiaoDich);
  tell.scene({
    at: settled.paidAt,
    who: { name: 'Nền tảng thanh toán (mô phỏng) · payment platform (simulated)' },
    service: 'fee-payment',
    vi: `Xác nhận đã thu ${sayMoney(amount)}, mã giao dịch ${settled.transaction}`,
    en: 'Confirms by a signed callback; the signature is right, the amount too',
  });
}

/** At the counter: the cashier takes the money and writes a receipt. Answers its number. */
async function payInCash(world: ScenarioWorld, dossier: ScenarioDossier, time: CollectionTime): Promise<string> {
  const { client, expect, tell, participants } = world;
  const ordered = await order(world, dossier, time, 'counter');
  const { id, amount } = ordered.body;
  const receiptNumber = `BL-${dossier.code.slice(-4)}-${time === 'beforeReturn' ? 2 : 1}`;
  const answer = expect.answered(
    'cash is taken',
    201,
    await client.post(participants.cashier.subject, `/payment/v1/orders/${id}/cash-receipt`, {
      seen: ordered.etag,
      json: { receiptNumber, amount },
    }),
  );
  expect.equal('status of the order', answer.body.status, 'paid');
  tell.scene({
    at: answer.body.paidAt,
    who: participants.cashier,
    service: 'fee-payment',
    vi: `Thu tiền mặt ${sayMoney(amount)}, biên lai số ${receiptNumber}`,
    en: `Takes ${sayMoneyInEnglish(amount)} in cash, receipt ${receiptNumber}`,
  });
  return receiptNumber;
}

/** What is due before acceptance is paid; the dossier is registered, and its 8 working hours begin (R6). */
export async function payBeforeAcceptance(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { dates, dueByHand, expect, procedure, tell } = world;
  await moveClock(world, dates.paid);
  if (dossier.view.status !== 'paymentRequired') return dossier;
  if (procedure.channel === 'counter') await payInCash(world, dossier, 'beforeAcceptance');
  else await payAtPlatform(world, dossier, 'beforeAcceptance');
  const registered = await awaitStatus(world, dossier.id, 'registered');
  const { receptionDueAt, statusSince } = registered.view;
  if (dueByHand) {
    const late = Temporal.Instant.from(statusSince).since(dates.paid);
    expect.sameInstant(
      'reception is due 8 working hours after payment (R6)',
      receptionDueAt,
      dueByHand.reception.add(late),
    );
  }
  tell.scene({
    at: statusSince,
    who: { name: 'Hệ thống · the system' },
    service: 'dossier-intake',
    vi: `Hồ sơ được đăng ký; phải tiếp nhận chậm nhất ${sayWhen(receptionDueAt)} (08 giờ làm việc)`,
    en: 'The dossier is registered; it must be accepted, refused or sent back within 8 working hours (R6)',
    status: 'registered',
  });
  return registered;
}

/** R16: what arose in the course of the case. */
export async function payOnDemand(world: ScenarioWorld, dossier: ScenarioDossier): Promise<void> {
  await payAtPlatform(world, dossier, 'onDemand');
}

/** R16: what is due before the return, and keeps the result back until it is paid. */
export async function payBeforeReturn(world: ScenarioWorld, dossier: ScenarioDossier): Promise<void> {
  if (owedAt(dossier, 'beforeReturn') === 0) return;
  if (world.procedure.channel === 'counter') await payInCash(world, dossier, 'beforeReturn');
  else await payAtPlatform(world, dossier, 'beforeReturn');
}
