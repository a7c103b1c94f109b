import { addWorkingTime, type WorkingCalendar } from '@motcua/legal-clock';

interface NamedReceipt {
  readonly cashReceiptNumber: string | null;
  /** What is still owed of the lines due before the acceptance, in đồng. */
  readonly owed: number;
  readonly acceptedAt: Temporal.Instant | null;
  /** When it was told already. */
  readonly toldAt: Temporal.Instant | null;
  /** The receiving agency's. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

const WORKING_DAY = 8 * 3_600_000;

/**
 * Whether a receipt that was named at the acceptance has to be asked for: a working day later no cashier has recorded it.
 * It is told once; the result is held back all the same until the money is there.
 * @rule R16
 */
export const receiptUnconfirmed = ({
  cashReceiptNumber,
  owed,
  acceptedAt,
  toldAt,
  calendar,
  now,
}: NamedReceipt): boolean =>
  cashReceiptNumber !== null &&
  owed > 0 &&
  acceptedAt !== null &&
  toldAt === null &&
  Temporal.Instant.compare(addWorkingTime(calendar, acceptedAt, WORKING_DAY), now) <= 0;
