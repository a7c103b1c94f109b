import type { ImportReport } from './import-files.js';

const count = (number: number): string => number.toLocaleString('en').padStart(9);
const SHOWN = 5;

/** How many things have each name, the most frequent first. */
function tally(names: readonly string[]): [name: string, times: number][] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].toSorted(([, a], [, b]) => b - a);
}

/** What an import did, for the person who ran it: counts, then why something was refused, left open or left aside. */
export function sayReport({ files, results }: ImportReport, others: readonly string[], dryRun: boolean): string {
  const of = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const reasons = tally(
    refused.flatMap(({ errors }) =>
      errors.map(({ pointer, detail }) => `${pointer.replace(/^\/items\/\d+/, '') || '/'} ${detail}`),
    ),
  );
  const codesOf = (reason: string): string => {
    const codes = refused
      .filter(({ errors }) => errors.some(({ detail }) => reason.endsWith(detail)))
      .map(({ code }) => code ?? '(no code)');
    return codes.slice(0, SHOWN).join(', ') + (codes.length > SHOWN ? ', …' : '');
  };
  const lines = [
    dryRun
      ? 'Dry run: nothing was changed. It would have been:'
      : `${results.length.toLocaleString('en')} procedures sent`,
    `${count(of('created'))}  created: drafts, to be completed and announced`,
    `${count(of('updated'))}  updated: drafts that only imports had written`,
    `${count(of('unchanged'))}  unchanged`,
    `${count(refused.length)}  refused`,
    ...reasons.map(([reason, times]) => `${count(times)}    ${reason}  [${codesOf(reason)}]`),
  ];
  const open = tally(results.flatMap(({ openQuestions }) => openQuestions));
  if (open.length > 0)
    lines.push('Left open in the drafts', ...open.map(([question, times]) => `${count(times)}  ${question}`));
  const aside = files.filter(
    ({ found, repeated, unreadable }) => found === 0 || repeated > 0 || unreadable !== undefined,
  );
  if (aside.length + others.length > 0) lines.push('Left aside');
  for (const { file, found, repeated, unreadable } of aside) {
    if (unreadable !== undefined) lines.push(`           ${file}: ${unreadable}`);
    else if (found === 0) lines.push(`           ${file}: holds no procedures`);
    if (repeated > 0) lines.push(`${count(repeated)}  of ${file}: told by a file before`);
  }
  lines.push(...others.map((file) => `           ${file}: not JSON, JSONL or CSV`));
  return `${lines.join('\n')}\n`;
}
