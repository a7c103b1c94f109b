import { Injectable } from '@nestjs/common';
import { type CashCount, type DrawerOwner, type FeeRefusalCode } from '@motcua/fee-domain';
import { dayInVietnam, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, type CommandKind, type LockingQueries } from '@motcua/platform';
import { CASH_DAY, type CashDayChange } from '../persistence/cash-days.js';
import { type Drawer, drawersOf, nameOfDrawer, newDay } from '../persistence/drawers.js';
import type { PaymentCode } from '../problems.js';
import { firstOfEach } from '../settlement/in-company.js';
import { cashDayAnswer } from './cash-day-step.js';
import type { CashDayView } from './cash-day.view.js';
import { agenciesByVoucher, nameOfVoucher } from './voucher-numbers.js';

interface OpenCashDayCommand {
  readonly count: CashCount;
  readonly note: string | null;
  /** Change that the agency hands out, by its cash voucher. */
  readonly advance: { readonly number: string; readonly amount: number } | null;
  readonly newId: () => string;
  readonly actor: Actor;
}

const ownDrawer = ({ agency, subject }: Actor): DrawerOwner | null =>
  agency === undefined ? null : { agency, cashier: subject };

interface OpeningFacts {
  readonly drawer: Drawer;
  /** The agency has recorded the voucher of the change already. */
  readonly isNumberUsed: boolean;
}

/**
 * The cashier counts what lies in the own drawer and begins the day. What the count says beyond what the last day left is not booked
 * here: it is a part of the difference for which the closing asks a second person.
 */
@Injectable()
export class OpenCashDay implements CommandKind<OpenCashDayCommand, OpeningFacts, CashDayChange, CashDayView> {
  readonly aggregate = CASH_DAY;

  about({ actor: { agency = '', subject: cashier } }: OpenCashDayCommand): string {
    return `drawer/${nameOfDrawer({ agency, cashier })}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly OpenCashDayCommand[],
  ): Promise<readonly (OpeningFacts | Refusal<FeeRefusalCode> | undefined)[]> {
    const owners = commands.map(({ actor }) => ownDrawer(actor));
    const vouchers = commands.map(({ advance }) => advance && { kind: 'advanced' as const, number: advance.number });
    const usedAt = await agenciesByVoucher(queries, vouchers);
    const isFirst = firstOfEach(vouchers.map((voucher) => voucher && nameOfVoucher(voucher)));
    const drawers = await drawersOf(
      queries,
      owners.flatMap((owner) => owner ?? []),
    );
    return owners.map((owner, place) => {
      if (!owner) return new Refusal<FeeRefusalCode>('PAYMENT.DRAWER_OF_ANOTHER');
      const drawer = drawers.get(nameOfDrawer(owner));
      return drawer && isFirst[place] ? { drawer, isNumberUsed: usedAt[place]!.includes(owner.agency) } : undefined;
    });
  }

  decide(
    { drawer, isNumberUsed }: OpeningFacts,
    { count, note, advance, newId, actor: { subject } }: OpenCashDayCommand,
    at: Temporal.Instant,
  ): CashDayChange {
    const { day, agency, cashier, holds: carried } = drawer;
    if (day) throw new Refusal<PaymentCode>('PAYMENT.CASH_DAY_OPEN', { cashDayId: day.id });
    if (advance && isNumberUsed) throw new Refusal<PaymentCode>('PAYMENT.VOUCHER_USED', { number: advance.number });
    const opened = { ...newDay(drawer, at, subject), openingCount: count, note };
    const about = { cashDayId: opened.id, agency, kind: 'advanced' as const, dated: dayInVietnam(at), at, by: subject };
    return {
      before: null,
      after: opened,
      ...(advance && { voucher: { id: newId(), ...about, ...advance } }),
      action: 'opened',
      detail: { agency, cashier, carried, counted: count.sum, advanced: advance?.amount ?? 0 },
      at,
      actor: subject,
    };
  }

  answer(change: CashDayChange): Answer<CashDayView> {
    return cashDayAnswer(change);
  }
}
