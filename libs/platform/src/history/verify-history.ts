import { HistoryCheck, type HistoryFault } from './check-history.js';
import { type HistoryItem, nameOf } from './history-item.js';

/** What was verified of one service. */
export interface HistoryTally {
  readonly service: string;
  histories: number;
  lines: number;
  /** Histories of which another service has heard: a tail that is cut off them shows. */
  witnessed: number;
  faults: number;
}

export interface Verification {
  /** Secret with which a service keys its history. */
  readonly keyOf: (service: string) => string;
  readonly onFault: (fault: HistoryFault) => void;
}

/** Reads histories as they come, one after the other, whatever their number. Answers what there was, service by service. */
export async function verifyHistory(
  items: AsyncIterable<HistoryItem>,
  { keyOf, onFault }: Verification,
): Promise<HistoryTally[]> {
  const tallies = new Map<string, HistoryTally>();
  let current: { readonly name: string; readonly check: HistoryCheck } | undefined;
  const tallyOf = (service: string): HistoryTally => {
    let tally = tallies.get(service);
    if (!tally) tallies.set(service, (tally = { service, histories: 0, lines: 0, witnessed: 0, faults: 0 }));
    return tally;
  };
  const report = (faults: readonly HistoryFault[]): void => {
    for (const fault of faults) {
      tallyOf(fault.service).faults++;
      onFault(fault);
    }
  };
  const end = (): void => {
    if (!current) return;
    const { check } = current;
    report(check.end());
    const tally = tallyOf(check.service);
    tally.histories++;
    if (check.witnessed) tally.witnessed++;
  };
  for await (const item of items) {
    const name = nameOf(item);
    if (current?.name !== name) {
      end();
      const aggregate = item.is === 'line' ? item.line.aggregate : item.witness.aggregate;
      current = { name, check: new HistoryCheck(item.service, aggregate, keyOf) };
    }
    if (item.is === 'line') tallyOf(item.service).lines++;
    report(item.is === 'line' ? current.check.read(item.line) : current.check.hear(item));
  }
  end();
  return [...tallies.values()];
}
