import fc from 'fast-check';
import { type BookedMoney, compareLines } from './compare-lines.js';
import type { StatementLine } from './statement-line.js';

const line = (
  reference: string,
  transaction: string,
  amount: number,
  direction: 'in' | 'out' = 'in',
): StatementLine => ({
  ...{ direction, reference, transaction, amount },
});
const booked = (of: StatementLine, more: Partial<BookedMoney> = {}): BookedMoney => ({
  ...{ ...of, isReached: true, isLoose: false, ...more },
});
const ours = (reference: string, isReached = true) => [reference, { isReached }] as const;

describe('a line of a statement', () => {
  const outcomes = (
    lines: readonly StatementLine[],
    books: readonly BookedMoney[],
    { orders = [ours('R1'), ours('R2')], byNumber = false, earlier = [] as [string, number][] } = {},
  ): string[] =>
    compareLines(lines, { booked: books, orders: new Map(orders), earlier: new Map(earlier), byNumber }).map(
      ({ outcome }) => outcome,
    );

  it('matches what is booked under its reference, its number and its amount, however the number is written', () => {
    expect(outcomes([line('R1', 'T1', 10)], [booked(line('R1', 'T1', 10))])).toEqual(['matched']);
    expect(outcomes([line('R1', 'ft 26a', 10)], [booked(line('R1', 'FT26A', 10))])).toEqual(['matched']);
    expect(outcomes([line('R1', 'T1', 11)], [booked(line('R1', 'T1', 10))])).toEqual(['amountDiffers']);
    expect(outcomes([line('R1', 'T2', 10)], [booked(line('R1', 'T1', 10))])).toEqual(['missingHere']);
  });

  it('matches a payment that was learnt without its number, by reference and amount alone', () => {
    expect(outcomes([line('R1', 'T1', 10)], [booked(line('R1', '', 10))])).toEqual(['matched']);
    expect(outcomes([line('R1', '', 10)], [booked(line('R1', 'T1', 10))])).toEqual(['matched']);
    expect(outcomes([line('R1', 'T1', 11)], [booked(line('R1', '', 10))])).toEqual(['missingHere']);
  });

  it("of a bank is found by the bank's number, also where the payer named no reference or another one", () => {
    const books = [booked(line('R1', 'FT1', 10))];
    expect(outcomes([line('', 'FT1', 10)], books, { byNumber: true })).toEqual(['matched']);
    expect(outcomes([line('R2', 'FT1', 10)], books, { byNumber: true })).toEqual(['matched']);
    expect(outcomes([line('R2', 'FT1', 10)], books)).toEqual(['missingHere']);
  });

  it('that is listed twice has to be booked twice, also where the first stood on an earlier page', () => {
    expect(outcomes([line('R1', 'T1', 10), line('R1', 'T1', 10)], [booked(line('R1', 'T1', 10))])).toEqual([
      'matched',
      'missingHere',
    ]);
    const earlier: [string, number][] = [[JSON.stringify(['in', 'R1', 'T1']), 1]];
    expect(outcomes([line('R1', 'T1', 10)], [booked(line('R1', 'T1', 10))], { earlier })).toEqual(['missingHere']);
  });

  it('says how often its key stood in the statement before', () => {
    const books = { booked: [], orders: new Map([ours('R1')]), earlier: new Map<string, number>(), byNumber: false };
    const thrice = [line('R1', 'T1', 10), line('R1', 'T2', 10), line('R1', 'T1', 10), line('R1', 'T1', 10)];
    expect(compareLines(thrice, books).map(({ repeats }) => repeats)).toEqual([0, 0, 1, 2]);
  });

  it('leaves what answers for other lines to them', () => {
    const books = [booked(line('R1', 'T1', 10)), booked(line('R2', 'T2', 20))];
    expect(outcomes([line('R1', 'T1', 10), line('R2', 'T2', 20)], books)).toEqual(['matched', 'matched']);
  });

  it('under a reference that is none of ours is money of no order yet, also once it lies in the books as such', () => {
    expect(outcomes([line('H0', 'T9', 10)], [])).toEqual(['unknownReference']);
    expect(outcomes([line('', 'T9', 10)], [])).toEqual(['unknownReference']);
    expect(outcomes([line('H0', 'T9', 10)], [booked(line('H0', 'T9', 10), { isLoose: true })])).toEqual([
      'unknownReference',
    ]);
  });

  it('of a payment back is compared with payments back alone, by the number under which it went', () => {
    const back = [booked(line('R1', 'FT7', 10, 'out'))];
    expect(outcomes([line('', 'FT7', 10, 'out')], back)).toEqual(['matched']);
    expect(outcomes([line('', 'FT7', 9, 'out')], back)).toEqual(['refundDiffers']);
    expect(outcomes([line('', 'FT8', 10, 'out')], back)).toEqual(['refundDiffers']);
    expect(outcomes([line('R1', 'FT7', 10)], back)).toEqual(['missingHere']);
  });

  it("of another agency's money says nothing of it: neither whether it is booked, nor with which amount", () => {
    const theirs = booked(line('R3', 'T3', 10), { isReached: false });
    const orders = [ours('R3', false)];
    const books = { booked: [theirs], orders: new Map(orders), earlier: new Map<string, number>(), byNumber: false };
    expect(compareLines([line('R3', 'T3', 99)], books)).toMatchObject([{ outcome: 'elsewhere', booked: null }]);
    expect(outcomes([line('R3', 'T4', 10)], [], { orders })).toEqual(['elsewhere']);
  });

  it('has one outcome, and no sum of ours answers for two', () => {
    const lines = fc.array(
      fc.record({
        direction: fc.constantFrom('in' as const, 'out' as const),
        reference: fc.constantFrom('', 'R1', 'R2'),
        transaction: fc.constantFrom('', 'T1', 'T2'),
        amount: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (theirs, ourLines, byNumber) => {
        const books = ourLines.map((one) => booked(one));
        const compared = compareLines(theirs, { booked: books, orders: new Map(), earlier: new Map(), byNumber });
        const used = compared.flatMap((one) => one.booked ?? []);
        expect(compared).toHaveLength(theirs.length);
        expect(new Set(used).size).toBe(used.length);
        for (const {
          outcome,
          line: { amount },
          booked: own,
        } of compared) {
          expect(outcome === 'matched').toBe(own?.amount === amount);
        }
      }),
    );
  });
});
