// Taken out of the world of the suite once: looked up there at each number they cost more than all else.
const { floor, imul } = Math;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Lot {
  constructor(private state: number) {}

  /** A whole number from 0 to below `of`. */
  one(of: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * of);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.one(from.length)]!;
  }

  /** One of those that there are; undefined where there is none. */
  any<T>(from: readonly T[]): T | undefined {
    return from[this.one(Math.max(1, from.length))];
  }
}
