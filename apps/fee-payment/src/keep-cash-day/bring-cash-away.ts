import { Injectable } from '@nestjs/common';
import { assertMoves, assertOwnDrawer } from '@motcua/fee-domain';
import { Refusal, VIETNAM } from '@motcua/kernel';
import { type LockingQueries, sql } from '@motcua/platform';
import type { PaymentCode } from '../problems.js';
import { firstOfEach } from '../settlement/in-company.js';
import { type CashDayFacts, CashDayStep, type CashDayStepped, type OfCashDay } from './cash-day-step.js';
import { agenciesByVoucher, nameOfVoucher } from './voucher-numbers.js';

interface BringCashAwayCommand extends OfCashDay {
  readonly kind: 'deposited' | 'returned';
  /** Of the deposit slip or the cash voucher. */
  readonly number: string;
  readonly amount: number;
  /** YYYY-MM-DD */
  readonly dated: string;
  readonly newId: () => string;
}

interface Facts extends CashDayFacts {
  readonly isNumberUsed: boolean;
  /** Change of the agency that is still there, đồng. */
  readonly advanced: number;
}

/** The cashier brings cash of the drawer to the account at the treasury, or gives change back to the agency. */
@Injectable()
export class BringCashAway extends CashDayStep<BringCashAwayCommand> {
  protected readonly scope = 'cash.keep';

  override async facts(
    queries: LockingQueries,
    commands: readonly BringCashAwayCommand[],
  ): Promise<readonly (Facts | undefined)[]> {
    const usedAt = await agenciesByVoucher(queries, commands);
    const found = await super.facts(queries, commands);
    const isFirst = firstOfEach(commands.map(nameOfVoucher));
    const accounts = found.map((facts) => `advanced/${facts?.day.agency}/${facts?.day.cashier}`);
    const advanced = await queries.query<{ account: string; advanced: number }>(sql`
      SELECT account, (SELECT coalesce(sum(amount), 0) FROM ledger_posting WHERE credit = account)::bigint
        - (SELECT coalesce(sum(amount), 0) FROM ledger_posting WHERE debit = account)::bigint AS advanced
      FROM unnest(${[...new Set(accounts)]}::text[]) AS w (account)`);
    const there = new Map(advanced.map((one) => [one.account, one.advanced]));
    return found.map((facts, place) => {
      if (!facts || !isFirst[place]) return undefined;
      const isNumberUsed = usedAt[place]!.includes(facts.day.agency);
      return { ...facts, isNumberUsed, advanced: there.get(accounts[place]!) ?? 0 };
    });
  }

  protected step(
    facts: CashDayFacts,
    { id, kind, number, amount, dated, actor: { subject: by }, newId }: BringCashAwayCommand,
    at: Temporal.Instant,
  ): CashDayStepped {
    const { day, drawer } = facts;
    const { isNumberUsed, advanced } = facts as Facts;
    assertOwnDrawer(day, by);
    assertMoves(day, drawer.holds, amount);
    if (kind === 'returned' && amount > advanced)
      throw new Refusal<PaymentCode>('PAYMENT.NOT_ADVANCED', { advanced, wanted: amount });
    if (isNumberUsed) throw new Refusal<PaymentCode>('PAYMENT.VOUCHER_USED', { number });
    const today = at.toZonedDateTimeISO(VIETNAM).toPlainDate();
    if (Temporal.PlainDate.compare(dated, today) > 0)
      throw new Refusal<PaymentCode>('PAYMENT.VOUCHER_IN_FUTURE', { dated, today: today.toString() });
    const { agency } = day;
    return {
      change: {},
      voucher: { id: newId(), cashDayId: id, agency, kind, number, amount, dated, at, by },
      action: kind,
      detail: { number, amount, dated },
    };
  }
}
