import { CASHIERS } from './cast.fixture.js';

/** One sum of money that came under a reference. */
interface Sum {
  /** Null: told of without one so far. */
  number: string | null;
  /** The most that was said of it. */
  said: number;
  /** How much of it is here for an order. */
  here: number;
}

const { max } = Math;

/** What really is where, whatever the books say. */
export class Really {
  readonly inHand = new Map<string, number>(CASHIERS.map((name) => [name, 0]));
  atBank = 0;
  /** Of what is at the bank, the cash that was brought there and has not gone back. */
  cashAtBank = 0;
  atPlatform = 0;
  atPortal = 0;
  /** Missing in a drawer, or too much, and not in the books yet. */
  readonly unexplained = new Map<string, number>(CASHIERS.map((name) => [name, 0]));
  private readonly sums = new Map<string, Sum[]>();

  hand(cashier: string, amount: number): void {
    this.inHand.set(cashier, this.inHand.get(cashier)! + amount);
  }

  /** A number is one sum of money: the most that was said of it. The first number that comes is that of money told of without one. */
  charge(reference: string, number: string | null, amount: number, where: 'platform' | 'bank' | 'hand'): void {
    const sums = this.under(reference);
    const sum =
      sums.find((one) => one.number === number) ??
      (number === null ? sums[0] : sums.find((one) => one.number === null)) ??
      this.newSum(reference, number);
    sum.number ??= number;
    const more = max(0, amount - sum.said);
    sum.said += more;
    sum.here += more;
    if (where === 'platform') this.atPlatform += more;
    if (where === 'bank') this.atBank += more;
  }

  /** Money that lay here for nobody is an order's now. */
  allocate(reference: string, number: string, amount: number): void {
    Object.assign(this.newSum(reference, number), { said: amount, here: amount });
  }

  sum(reference: string, number: string): Sum {
    return this.under(reference).find((one) => one.number === number)!;
  }

  under(reference: string): readonly Sum[] {
    return this.sums.get(reference) ?? [];
  }

  /** What is here for orders: `reference number` → amount. */
  here(): Map<string, number> {
    const all = new Map<string, number>();
    for (const [reference, sums] of this.sums)
      for (const { number, here } of sums) if (here > 0) all.set(`${reference} ${number ?? ''}`, here);
    return all;
  }

  private newSum(reference: string, number: string | null): Sum {
    const sum = { number, said: 0, here: 0 };
    this.sums.set(reference, [...this.under(reference), sum]);
    return sum;
  }
}
