import { setTimeout as pause } from 'node:timers/promises';
import type { Dice, Json, Participants, ScenarioAnswer } from '@motcua/scenario';
import type { LifeClient } from './life-client.js';
import { answered } from './scene.js';

const DAYS = '/payment/v1/cash-days';
const LEAST_PAUSE_MS = 2_000;
const MOST_PAUSE_MS = 9_000;
const STALE = [409, 412];

/**
 * The cashier's side of a drawer, again and again while others pay into it: opened, brought to the treasury, counted right or
 * wrong, confirmed or sent back. @throws TimeIsUp
 */
export async function keepDrawer(client: LifeClient, { cashier, leader }: Participants, dice: Dice): Promise<never> {
  let number = 0;
  const days = async (status: string): Promise<Json> => {
    const path = `${DAYS}?status=${status}&cashier=${encodeURIComponent(cashier.subject)}`;
    const { body } = answered('the days of a drawer', await client.get(cashier.subject, path), 200);
    return (body.items as Json[])[0];
  };
  const step = async (
    who: string,
    kind: string,
    id: string,
    name: string,
    json: (sheet: Json) => object | null,
  ): Promise<void> => {
    const { body, etag } = answered('the day of a drawer', await client.get(cashier.subject, `${DAYS}/${id}`), 200);
    const asked = json(body);
    if (asked === null) return;
    const answer: ScenarioAnswer = await client.command(kind, who, `${DAYS}/${id}/${name}`, {
      seen: etag,
      json: asked,
    });
    // Cash came or went since it was looked at.
    answered(kind, answer, 201, ...STALE);
  };
  const serial = (): string => `${cashier.subject}-${client.life.number}-${++number}`;
  for (; ; await pause(dice.between(LEAST_PAUSE_MS, MOST_PAUSE_MS))) {
    client.goesOn();
    const waiting = await days('counted');
    if (waiting) {
      const confirmed = dice.chance(0.6);
      await step(leader.subject, 'drawerConfirmed', waiting.id, 'confirmation', () => ({
        confirmed,
        note: 'Đã kiểm đếm',
      }));
      continue;
    }
    const open = await days('open');
    if (!open) {
      const last = await days('closed');
      const left = (last?.closingCount.sum as number | undefined) ?? 0;
      const advance = dice.chance(0.5) ? { number: `PT-${serial()}`, amount: 100_000 } : undefined;
      const json = { sum: left + (advance?.amount ?? 0), ...(advance && { advance }) };
      answered('the opening', await client.command('drawerOpened', cashier.subject, DAYS, { json }), 201, ...STALE);
    } else if (dice.chance(0.4)) {
      const dated = Temporal.Instant.from(open.openedAt)
        .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
        .toPlainDate()
        .toString();
      await step(cashier.subject, 'drawerDeposit', open.id, 'vouchers', ({ holds }) =>
        holds < 2 ? null : { kind: 'deposited', number: `GNT-${serial()}`, amount: Math.floor(holds / 2), dated },
      );
    } else {
      const wrong = dice.chance(0.3) ? dice.between(-2, 2) * 1_000 : 0;
      await step(cashier.subject, 'drawerCounted', open.id, 'count', ({ holds }) => ({
        sum: Math.max(0, Number(holds) + wrong),
      }));
    }
  }
}
