import type { HeardCall } from './records.js';

const LAST_CALLS = 5_000;
const WRITES = new Set(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);

/** What a tester wants to know of how a province behaved: its last calls, and how many writes it had under way at once. */
export class Observations {
  readonly calls: HeardCall[] = [];
  counted = 0;
  mostAtOnce = 0;
  /** Dossiers that had two writes under way at one time: never right. */
  readonly crowded = new Set<string>();
  private readonly underWay = new Map<string, number>();
  private writing = 0;

  /** Says when the call has ended. */
  begin(service: string, code: string): () => void {
    if (!WRITES.has(service)) return () => undefined;
    this.writing += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.writing);
    const already = this.underWay.get(code) ?? 0;
    if (already > 0) this.crowded.add(code);
    this.underWay.set(code, already + 1);
    return () => {
      this.writing -= 1;
      const left = (this.underWay.get(code) ?? 1) - 1;
      if (left === 0) this.underWay.delete(code);
      else this.underWay.set(code, left);
    };
  }

  add(call: HeardCall): void {
    this.counted += 1;
    this.calls.push(call);
    if (this.calls.length > LAST_CALLS) this.calls.splice(0, this.calls.length - LAST_CALLS);
  }
}
