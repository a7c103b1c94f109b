import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { assertSettlesDifference, type DifferenceAct, type DrawerOwner } from '@motcua/fee-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  type CommandKind,
  created,
  type LockingQueries,
  sql,
} from '@motcua/platform';
import { CASH_DAYS, type StoredCashDay } from '../persistence/cash-days.js';
import {
  CASH_SETTLEMENT,
  CASH_SETTLEMENTS,
  type CashSettled,
  type StoredCashSettlement,
} from '../persistence/cash-settlements.js';
import { drawersOf } from '../persistence/drawers.js';
import type { PaymentCode } from '../problems.js';
import { firstOfEach } from '../settlement/in-company.js';
import type { CashSettlementView } from './cash-settlement.view.js';

interface SettleDifferenceCommand {
  /** Of the day. */
  readonly id: string;
  readonly settlementId: string;
  readonly act: DifferenceAct;
  readonly amount: number;
  readonly number: string;
  readonly note: string;
  readonly actor: Actor;
}

interface Facts {
  readonly day: StoredCashDay;
  readonly earlier: readonly StoredCashSettlement[];
  readonly isSlipUsed: boolean;
  /** The agency of the counter and all above it. */
  readonly within: readonly string[];
}

export const cashSettlementView = ({
  cashDayId: _,
  agency: __,
  cashier: ___,
  at,
  ...row
}: StoredCashSettlement): CashSettlementView => ({ ...row, at: withOffset(at) });

/** A second person says what became of what was missing from a drawer, or too much in it. */
@Injectable()
export class SettleDifference implements CommandKind<SettleDifferenceCommand, Facts, CashSettled, CashSettlementView> {
  readonly aggregate = CASH_SETTLEMENT;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: SettleDifferenceCommand): string {
    return `cash-day/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly SettleDifferenceCommand[],
  ): Promise<readonly (Facts | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const owners = await queries.query<DrawerOwner>(sql`SELECT agency, cashier FROM cash_day WHERE id = ANY (${ids})`);
    // Behind the lock of the drawer: two acts on one day come one after the other.
    const [, days, earlier, slips, known] = await Promise.all([
      drawersOf(queries, owners),
      queries.query<StoredCashDay>(sql`SELECT ${CASH_DAYS.columns()} FROM cash_day WHERE id = ANY (${ids})`),
      queries.query<StoredCashSettlement>(
        sql`SELECT ${CASH_SETTLEMENTS.columns()} FROM cash_settlement WHERE cash_day_id = ANY (${ids})`,
      ),
      queries.query<{ agency: string; number: string }>(sql`
        SELECT agency, number FROM cash_settlement WHERE act = 'madeGood' AND number = ANY (${commands.map(({ number }) => number)})`),
      this.agencies.findMany([...new Set(owners.map(({ agency }) => agency))], queries),
    ]);
    const isFirst = firstOfEach(ids);
    const isFirstNumber = firstOfEach(commands.map(({ number }) => number));
    return commands.map(({ id, number }, place) => {
      const day = days.find((one) => one.id === id);
      if (!day || !isFirst[place] || !isFirstNumber[place]) return undefined;
      const isSlipUsed = slips.some((slip) => slip.agency === day.agency && slip.number === number);
      const ancestors = known.find(({ code }) => code === day.agency)?.ancestors ?? [];
      const ofDay = earlier.filter(({ cashDayId }) => cashDayId === id);
      return { day, earlier: ofDay, isSlipUsed, within: [day.agency, ...ancestors] };
    });
  }

  /** @throws Refusal */
  decide(
    { day, earlier, isSlipUsed, within }: Facts,
    { id: cashDayId, settlementId: id, act, amount, number, note, actor }: SettleDifferenceCommand,
    at: Temporal.Instant,
  ): CashSettled {
    const { agency, cashier } = day;
    const { subject: by } = actor;
    assertReach(actor, 'cash.confirm', { agencies: within });
    const settled = earlier.reduce((sum, one) => sum + one.amount, 0);
    assertSettlesDifference(day, { act, amount, settled, by });
    if (act === 'madeGood' && isSlipUsed) throw new Refusal<PaymentCode>('PAYMENT.VOUCHER_USED', { number });
    return { day, settlement: { id, cashDayId, agency, cashier, act, amount, number, note, at, by } };
  }

  answer({ settlement }: CashSettled): Answer<CashSettlementView> {
    return created(cashSettlementView(settlement), { location: `/payment/v1/cash-days/${settlement.cashDayId}` });
  }
}
