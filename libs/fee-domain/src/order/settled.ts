import type { Dong } from '@motcua/kernel';
import { type AssessedLine, dueOf } from '../tariff/assess-at-submission.js';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';

/** What is still owed by collection time, when the given times have been paid. */
export function stillOwed(
  lines: readonly AssessedLine[],
  paid: readonly CollectionTime[],
): Record<CollectionTime, Dong> {
  const due = dueOf(lines);
  for (const time of COLLECTION_TIMES) if (paid.includes(time)) due[time] = 0;
  return due;
}

/** By collection time: whether nothing is owed any more. */
export function dueNothingMore(
  lines: readonly AssessedLine[],
  paid: readonly CollectionTime[],
): Record<CollectionTime, boolean> {
  const owed = stillOwed(lines, paid);
  return {
    beforeAcceptance: owed.beforeAcceptance === 0,
    onDemand: owed.onDemand === 0,
    beforeReturn: owed.beforeReturn === 0,
  };
}
