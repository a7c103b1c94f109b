import type { Json } from '@motcua/scenario';
import { sayMoney, sayMoneyInEnglish } from '../../scenario/words.js';
import type { ScenarioWorld } from '../../scenario/scenario-world.js';

const DAYS = '/payment/v1/cash-days';
const CHANGE = 500_000;

async function step(world: ScenarioWorld, who: string, id: string, name: string, json: object): Promise<Json> {
  const { client, expect, participants } = world;
  const { etag } = await client.get(participants.cashier.subject, `${DAYS}/${id}`);
  const answer = await client.post(who, `${DAYS}/${id}/${name}`, { seen: etag, json });
  return expect.answered(`the cashier's day: ${name}`, 201, answer).body;
}

/** What lies in the drawer by the books. */
async function holds({ client, participants }: ScenarioWorld, id: string): Promise<number> {
  return (await client.get(participants.cashier.subject, `${DAYS}/${id}`)).body.holds as number;
}

/** The cashier takes over change of the agency, and counts it. */
export async function openDrawer(
  { client, expect, tell, participants }: ScenarioWorld,
  number: string,
): Promise<string> {
  const { cashier } = participants;
  const { body } = expect.answered(
    'the drawer is opened',
    201,
    await client.post(cashier.subject, DAYS, {
      json: {
        piles: [
          { denomination: 50_000, pieces: 8 },
          { denomination: 10_000, pieces: 10 },
        ],
        advance: { number: `PT-${number}`, amount: CHANGE },
      },
    }),
  );
  expect.equal('the float', [body.status, body.openingCount.sum], ['open', CHANGE]);
  tell.scene({
    at: body.openedAt,
    who: cashier,
    service: 'fee-payment',
    vi: `Mở quỹ với ${sayMoney(CHANGE)} tiền lẻ`,
    en: `Opens the drawer with ${sayMoneyInEnglish(CHANGE)} of change`,
  });
  return body.id as string;
}

/** Brings the day's cash to the treasury, counts what is left, and misses 2,000 đồng, which a leader confirms. */
export async function closeDrawer(world: ScenarioWorld, id: string, number: string): Promise<void> {
  const { client, expect, tell, participants } = world;
  const { cashier, leader } = participants;
  const taken = (await holds(world, id)) - CHANGE;
  if (taken > 0) {
    const today = String((await client.get(null, '/development/v1/clock')).body.now);
    const dated = Temporal.Instant.from(today).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
    await step(world, cashier.subject, id, 'vouchers', {
      ...{ kind: 'deposited', number: `GNT-${number}`, amount: taken, dated },
    });
  }
  const counted = await step(world, cashier.subject, id, 'count', { sum: CHANGE - 2_000, note: 'Trả nhầm tiền thừa' });
  expect.equal('the day waits for a second person', [counted.status, counted.difference], ['counted', -2_000]);
  const closed = await step(world, leader.subject, id, 'confirmation', { confirmed: true, note: 'Đã kiểm đếm lại' });
  expect.equal('the day', [closed.status, closed.confirmedBy], ['closed', leader.subject]);
  const paper = await client.get(cashier.subject, `${DAYS}/${id}/content`, { accept: 'application/pdf' });
  const { etag } = await client.get(cashier.subject, `${DAYS}/${id}`);
  const again = await client.post(cashier.subject, `${DAYS}/${id}/count`, { seen: etag, json: { sum: 0 } });
  expect.equal('a closed day is closed', again.body.code, 'PAYMENT.CASH_DAY_CLOSED');
  tell.scene({
    at: closed.closedAt,
    who: leader,
    service: 'fee-payment',
    vi: `Nộp Kho bạc ${sayMoney(taken)}; kiểm kê thiếu 2.000 đồng, lãnh đạo xác nhận và chốt quỹ`,
    en: `${sayMoneyInEnglish(taken)} go to the treasury; 2,000 đồng are missing, a leader confirms, and the day is closed`,
    details: [`· ${await world.save(`kiem-ke-quy-${number}.pdf`, paper.bytes)}`],
  });
}
