import { timingSafeEqual } from 'node:crypto';
import { chain, EMPTY_HISTORY, type HistoryHead, type HistoryLine } from '../database/history.js';
import { isGenuine, type Witness } from './witness.js';

/**
 * `lineChanged`: its content is not what was written, or the service did not write it. `lineMissing`: the numbers have a
 * hole. `linkBroken`: it follows another line than the one before it. `tailMissing`: others have heard of later lines.
 * `historyMissing`: others have heard of it, and no line is left. `chainRewritten`: the chain holds, and others have heard of
 * another line with this number. `witnessForged`: what another service has heard was changed.
 */
export type FaultKind =
  'lineChanged' | 'lineMissing' | 'linkBroken' | 'tailMissing' | 'historyMissing' | 'chainRewritten' | 'witnessForged';

export interface HistoryFault {
  readonly service: string;
  readonly aggregate: string;
  /** Number of the line, counted from 1. */
  readonly line: number;
  readonly kind: FaultKind;
  /** The service that has heard otherwise. */
  readonly witness?: string;
}

interface ReceivedWitness {
  readonly receiver: string;
  readonly witness: Witness;
}

/** Checks one history, line by line; knows nothing of how long it is before it ends. */
export class HistoryCheck {
  private head: HistoryHead = EMPTY_HISTORY;
  private readonly heard: ReceivedWitness[] = [];

  constructor(
    readonly service: string,
    readonly aggregate: string,
    private readonly keyOf: (service: string) => string,
  ) {}

  get witnessed(): boolean {
    return this.heard.length > 0;
  }

  get lines(): number {
    return this.head.n;
  }

  /** Before the first line. */
  hear({ receiver, witness }: ReceivedWitness): HistoryFault[] {
    if (!isGenuine(this.keyOf(receiver), witness)) return [this.fault(witness.n, 'witnessForged', receiver)];
    this.heard.push({ receiver, witness });
    return [];
  }

  read(line: HistoryLine): HistoryFault[] {
    const due = this.head.n + 1;
    const faults: HistoryFault[] = [];
    if (line.n !== due) faults.push(this.fault(due, 'lineMissing'));
    const written = chain(this.keyOf(this.service), { n: line.n - 1, hash: line.previous }, line);
    if (!same(written.hash, line.hash)) faults.push(this.fault(line.n, 'lineChanged'));
    else if (line.n === due && !same(line.previous, this.head.hash)) faults.push(this.fault(line.n, 'linkBroken'));
    else
      for (const { receiver, witness } of this.heard)
        if (witness.n === line.n && !same(witness.hash, line.hash))
          faults.push(this.fault(line.n, 'chainRewritten', receiver));
    // Whatever it is, the next line is measured by it: one fault is told once.
    this.head = line;
    return faults;
  }

  end(): HistoryFault[] {
    const { n } = this.head;
    return this.heard
      .filter(({ witness }) => witness.n > n)
      .map(({ receiver }) => this.fault(n + 1, n === 0 ? 'historyMissing' : 'tailMissing', receiver));
  }

  private fault(line: number, kind: FaultKind, witness?: string): HistoryFault {
    const { service, aggregate } = this;
    return { service, aggregate, line, kind, ...(witness !== undefined && { witness }) };
  }
}

const same = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
