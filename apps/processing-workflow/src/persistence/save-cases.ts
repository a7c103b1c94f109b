import { issuePapers } from '@motcua/catalogue-copy';
import { type Queries, type RowChange, sql } from '@motcua/platform';
import { adjustmentsOf } from './adjustments.js';
import type { CaseChange } from './case-change.js';
import { type CaseRow, CASES } from './case-row.js';
import { NOTE_FILES, NOTES } from './case-notes.js';
import { RESULTS } from './case-results.js';
import { furtherAdjustmentsOf } from './further-adjustments.js';
import { formsToIssue } from '../printed-forms-04-to-07/issue-forms-04-and-05.js';
import { latenessOf } from './lateness.js';
import { listProcedures } from './listed-procedures.js';
import { addNumbered, numbered } from './numbered-rows.js';
import { TASKS } from './task-row.js';
import { markNoticed, saveWatched } from './watched.js';

const caseRows = (changes: readonly CaseChange[]): RowChange<CaseRow>[] =>
  changes.map(({ before, after }) => ({ before: before?.row ?? null, after: after.row }));

const added = <Row extends object>(rows: readonly (Row | undefined)[]): RowChange<Row>[] =>
  rows.flatMap((after) => (after ? [{ before: null, after }] : []));

const withCase = <Row extends object>({ after }: CaseChange, rows: readonly Row[]) =>
  rows.map((row) => ({ dossier_id: after.state.dossierId, ...row }));

/** Every statement is one for all of the cases; what of a change is the same as before takes none. */
export async function saveCases(queries: Queries, changes: readonly CaseChange[]): Promise<void> {
  const opened = changes
    .filter(({ before }) => before === null || before.state.status === 'undone')
    .map(({ after }) => after.state.terms.procedure);
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
    NOTES.save(queries, added(changes.map(({ note }) => note))),
    NOTE_FILES.save(queries, added(changes.map(({ noteFile }) => noteFile))),
    addNumbered(
      queries,
      'deadline_adjustment',
      numbered(changes.flatMap((change) => withCase(change, adjustmentsOf(change.facts, change.at)))),
    ),
    addNumbered(queries, 'further_adjustment', numbered(changes.flatMap(movedFurther))),
    addNumbered(queries, 'lateness', numbered(changes.flatMap(lateness))),
    issuePapers(queries, changes.flatMap(formsToIssue)),
    renameTasks(queries, changes.filter(isOfAnother)),
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

const isOfAnother = ({ before, after }: CaseChange): boolean =>
  before !== null && before.row.applicant_ref !== after.row.applicant_ref;

/** Of a case that is another applicant's by a correction: those that are closed as well. */
async function renameTasks(queries: Queries, corrected: readonly CaseChange[]): Promise<void> {
  if (corrected.length === 0) return;
  const ids = corrected.map(({ after }) => after.row.dossier_id);
  const refs = corrected.map(({ after }) => after.row.applicant_ref);
  await queries.query(sql`
    UPDATE task t SET applicant_ref = c.applicant_ref
    FROM unnest(${ids}::uuid[], ${refs}::text[]) AS c (dossier_id, applicant_ref)
    WHERE t.dossier_id = c.dossier_id AND t.applicant_ref <> c.applicant_ref`);
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
