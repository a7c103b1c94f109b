import { Injectable } from '@nestjs/common';
import { type CashCount, closeByCount } from '@motcua/fee-domain';
import { type CashDayFacts, CashDayStep, type CashDayStepped, type OfCashDay } from './cash-day-step.js';

interface CountCashDayCommand extends OfCashDay {
  readonly count: CashCount;
  readonly note: string | null;
}

/** The cashier counts the drawer at the end of the day: closed by that, or, with a difference, once a second person confirms. */
@Injectable()
export class CountCashDay extends CashDayStep<CountCashDayCommand> {
  protected readonly scope = 'cash.keep';

  protected step(
    { day, drawer: { holds } }: CashDayFacts,
    { count, note, actor: { subject: by } }: CountCashDayCommand,
    at: Temporal.Instant,
  ): CashDayStepped {
    const { status, difference } = closeByCount(day, { counted: count.sum, holds, by });
    return {
      change: {
        ...{ status, difference, closingCount: count, countedAt: at, note: note ?? day.note },
        closedAt: status === 'closed' ? at : null,
      },
      action: status,
      detail: { counted: count.sum, holds, difference },
    };
  }
}
