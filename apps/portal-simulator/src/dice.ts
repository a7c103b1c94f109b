/** Chance that can be repeated: the same seed throws the same (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 up to, but without, 1. */
  throw(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  falls(share: number | undefined): boolean {
    return share !== undefined && share > 0 && this.throw() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.throw() * from.length)] as T;
  }
}
