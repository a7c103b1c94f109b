import type { ChaosRecord } from './record.js';
import type { Verdict } from './verify/verify.js';

const MOST_SHOWN = 12;

function tally(counts: Iterable<readonly [string, number]>): string[] {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `    ${name.padEnd(width)}  ${String(count).padStart(6)}`);
}

function countBy<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(nameOf(thing), (counts.get(nameOf(thing)) ?? 0) + 1);
  return counts;
}

/** How many of each kind of finding there are. */
export function totals({ checks }: Verdict): { lost: number; doubled: number; disagreeing: number } {
  const all = checks.flatMap(([, findings]) => findings);
  const count = (is: string): number => all.filter((finding) => finding.is === is).length;
  return { lost: count('lost'), doubled: count('doubled'), disagreeing: count('disagreeing') };
}

/** The table at the end. */
export function reportOf(record: ChaosRecord, verdict: Verdict): string {
  const { lost, doubled, disagreeing } = totals(verdict);
  const refused = record.told.filter(({ status }) => status >= 300);
  const ends = countBy(
    record.lives.filter(({ ended }) => ended),
    ({ statuses }) => statuses.join(' or '),
  );
  return [
    '',
    `  Dossiers ${record.lives.length}, ended by themselves`,
    ...tally(ends),
    `  Commands acknowledged ${record.acknowledged.length}`,
    ...tally(countBy(record.acknowledged, ({ kind }) => kind)),
    `  Commands refused ${refused.length} (the loser of a race, a version that was no longer the last)`,
    ...tally(countBy(refused, ({ kind, status }) => `${kind} ${status}`)),
    `  Attempts repeated with the same key ${[...record.repeats.values()].reduce((sum, n) => sum + n, 0)}`,
    ...tally(record.repeats),
    `  Faults ${[...record.faults.values()].reduce((sum, n) => sum + n, 0)}`,
    ...tally(record.faults),
    `  At rest ${verdict.settledAfterSeconds.toFixed(1)} s after the last fault`,
    ...verdict.checks.flatMap(([what, findings]) => [
      `    ${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${what}${findings.length === 0 ? '' : ` (${findings.length})`}`,
      ...findings.slice(0, MOST_SHOWN).map(({ is, what: detail }) => `            ${is}: ${detail}`),
    ]),
    '',
    `  lost ${lost}   doubled ${doubled}   disagreeing ${disagreeing}`,
    '',
  ].join('\n');
}
