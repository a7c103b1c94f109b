import { Injectable } from '@nestjs/common';
import { confirmCount } from '@motcua/fee-domain';
import { type CashDayFacts, CashDayStep, type CashDayStepped, type OfCashDay } from './cash-day-step.js';

interface ConfirmCashDayCommand extends OfCashDay {
  readonly confirmed: boolean;
  readonly note: string;
}

/** A second person has counted with the cashier: the difference is booked and the day closed, or the day is open again. */
@Injectable()
export class ConfirmCashDay extends CashDayStep<ConfirmCashDayCommand> {
  protected readonly scope = 'cash.confirm';

  protected step(
    { day }: CashDayFacts,
    { confirmed, note, actor: { subject: by } }: ConfirmCashDayCommand,
    at: Temporal.Instant,
  ): CashDayStepped {
    const status = confirmCount(day, { confirmed, by });
    const { difference } = day;
    if (status === 'open') return { change: { status }, action: 'sentBack', detail: { difference, note } };
    return {
      change: { status, closedAt: at, confirmedBy: by, confirmationNote: note },
      action: 'closed',
      detail: { difference },
    };
  }
}
