import { moneyKey, type StatementLine } from './statement-line.js';

/**
 * `missingHere`: they list what we have not booked. `missingThere`: the other way round. `unknownReference`: money under a
 * reference that is none of ours. `refundDiffers`: a payment back that only one side lists, or with another amount.
 * `elsewhere`: of an agency that whoever compares does not reach; it is compared by that agency, and nothing is said of it.
 */
export const LINE_OUTCOMES = [
  'matched',
  'amountDiffers',
  'missingHere',
  'missingThere',
  'unknownReference',
  'refundDiffers',
  'elsewhere',
] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** What is booked under one key: money of a dossier, or of none yet. */
export interface BookedMoney extends StatementLine {
  /** Whether whoever compares may reach it. */
  readonly isReached: boolean;
  /** It belongs to no dossier until an officer allocates it. */
  readonly isLoose: boolean;
}

export interface ComparedLine<Line, Booked> {
  readonly line: Line;
  readonly outcome: LineOutcome;
  /** Our side of it; null where there is none that may be shown. */
  readonly booked: Booked | null;
  /** How often its key stood in the statement before it: a payment that they list twice has to be booked twice. */
  readonly repeats: number;
}

interface Books<Booked> {
  readonly booked: readonly Booked[];
  /** The orders that the lines name, and whether whoever compares may reach them. */
  readonly orders: ReadonlyMap<string, { readonly isReached: boolean }>;
  /** How often keys stood on earlier pages of the statement. */
  readonly earlier: ReadonlyMap<string, number>;
  readonly byNumber: boolean;
}

/** Names what each line of a page of a statement says against our books. Each sum of ours answers for one line. */
export function compareLines<Line extends StatementLine, Booked extends BookedMoney>(
  lines: readonly Line[],
  books: Books<Booked>,
): readonly ComparedLine<Line, Booked>[] {
  const keyOf = (line: StatementLine): string => moneyKey(line, books);
  const left = new Map(books.booked.map((one) => [keyOf(one), one]));
  const seen = new Map(books.earlier);
  return lines.map((line) => {
    const key = keyOf(line);
    const repeats = seen.get(key) ?? 0;
    seen.set(key, repeats + 1);
    const booked = repeats === 0 ? taken(left, key, line) : undefined;
    const outcome = outcomeOf(line, booked, books);
    return { line, outcome, repeats, booked: booked?.isReached ? booked : null };
  });
}

/** Of the key; else of the same reference and amount where one side does not know the number. */
function taken<Booked extends BookedMoney>(
  left: Map<string, Booked>,
  key: string,
  { direction, reference, transaction, amount }: StatementLine,
): Booked | undefined {
  const found =
    left.get(key) ??
    [...left.values()].find(
      (one) =>
        reference !== '' &&
        one.reference === reference &&
        one.direction === direction &&
        one.amount === amount &&
        (one.transaction === '' || transaction === ''),
    );
  for (const [of, one] of left) if (one === found) left.delete(of);
  return found;
}

function outcomeOf(
  { direction, reference, amount }: StatementLine,
  booked: BookedMoney | undefined,
  { orders }: Pick<Books<BookedMoney>, 'orders'>,
): LineOutcome {
  if (booked !== undefined) {
    if (!booked.isReached) return 'elsewhere';
    if (booked.isLoose) return 'unknownReference';
    if (booked.amount === amount) return 'matched';
    return direction === 'out' ? 'refundDiffers' : 'amountDiffers';
  }
  if (direction === 'out') return 'refundDiffers';
  const order = orders.get(reference);
  return order === undefined ? 'unknownReference' : order.isReached ? 'missingHere' : 'elsewhere';
}
