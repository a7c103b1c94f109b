import { issuePapers, type NewPaper } from '@motcua/catalogue-copy';
import type { Queries, RowChange } from '@motcua/platform';
import { adjustmentsOf } from './adjustments.js';
import type { CaseChange } from './case-change.js';
import { type CaseRow, CASES } from './case-row.js';
import { RESULTS } from './case-results.js';
import { furtherAdjustmentsOf } from './further-adjustments.js';
import { latenessOf } from './lateness.js';
import { listProcedures } from './listed-procedures.js';
import { addNumbered, numbered } from './numbered-rows.js';
import { TASKS } from './task-row.js';
import { markNoticed, saveWatched } from './watched.js';

const caseRows = (changes: readonly CaseChange[]): RowChange<CaseRow>[] =>
  changes.map(({ before, after }) => ({ before: before?.row ?? null, after: after.row }));

const withCase = <Row extends object>({ after }: CaseChange, rows: readonly Row[]) =>
  rows.map((row) => ({ dossier_id: after.state.dossierId, ...row }));

/** Every statement is one for all of the cases; what of a change is the same as before takes none. */
export async function saveCases(queries: Queries, changes: readonly CaseChange[]): Promise<void> {
  const opened = changes.filter(({ before }) => before === null).map(({ after }) => after.state.terms.procedure);
  const watched = changes.filter((change) => change.watched !== null);
  const [first] = changes;
  if (!first) return;
  await Promise.all([
    CASES.save(queries, caseRows(changes)),
    listProcedures(queries, opened),
    TASKS.save(
      queries,
      changes.flatMap(({ tasks }) => tasks),
    ),
    RESULTS.save(
      queries,
      changes.flatMap(({ results }) => results),
    ),
    addNumbered(
      queries,
      'deadline_adjustment',
      numbered(changes.flatMap((change) => withCase(change, adjustmentsOf(change.facts, change.at)))),
    ),
    addNumbered(queries, 'further_adjustment', numbered(changes.flatMap(movedFurther))),
    addNumbered(queries, 'lateness', numbered(changes.flatMap(lateness))),
    issuePapers(queries, changes.flatMap(papersOf)),
    markNoticed(
      queries,
      changes.flatMap((change) =>
        withCase(
          change,
          change.seen.map((name) => ({ name })),
        ),
      ),
      first.at,
    ),
    saveWatched(
      queries,
      watched.map(({ after }) => after.state.dossierId),
      watched.flatMap((change) =>
        withCase(
          change,
          (change.watched ?? []).map(({ name, at }) => ({ name, at })),
        ),
      ),
    ),
  ]);
}

/** The letters that follow from a change: 04 from a new promise, 05 from a stop. @rule R15 */
function papersOf({ before, after, at, facts }: CaseChange): NewPaper[] {
  const { dossierId: about, terms, extension } = after.state;
  const paper = { about, agency: terms.competentAgency, at };
  const extended = extension !== null && extension !== (before?.state.extension ?? null);
  const promisesAnew = extended || facts.some(({ type }) => type === 'apologised');
  return [
    ...(promisesAnew ? [{ ...paper, form: '04' }] : []),
    ...(facts.some(({ type }) => type === 'stopped') ? [{ ...paper, form: '05' }] : []),
  ];
}

const movedFurther = (change: CaseChange) =>
  change.before === null
    ? []
    : withCase(
        change,
        furtherAdjustmentsOf(change.before.state, { state: change.after.state, facts: change.facts }, change.at),
      );

const lateness = (change: CaseChange) => [
  ...change.noticed.flatMap(({ facts }) =>
    withCase(change, latenessOf((change.before ?? change.after).state, facts, change.at)),
  ),
  ...withCase(change, latenessOf(change.after.state, change.facts, change.at)),
];
