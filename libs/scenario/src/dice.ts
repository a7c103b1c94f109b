/** Numbers that look random and are the same for the same seed (mulberry32). */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Chance that can be repeated. */
export class Dice {
  private readonly next: () => number;

  constructor(private readonly seed: number) {
    this.next = seeded(seed);
  }

  /** Dice of its own for the n-th of something, whatever was thrown before. */
  forNumber(n: number): Dice {
    return new Dice((Math.imul(this.seed, 31) + Math.imul(n, 2_654_435_761)) | 0);
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.next() * from.length)];
    if (one === undefined) throw new RangeError('there is nothing to pick from');
    return one;
  }

  /** The same things in another order. */
  shuffle<T>(things: readonly T[]): T[] {
    const rest = [...things];
    const shuffled: T[] = [];
    while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    return shuffled;
  }
}
