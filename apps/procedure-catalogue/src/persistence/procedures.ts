import type {
  Announcement,
  ProcedureRecord,
  ProcedureState,
  Suspension,
  TariffRecord,
  VersionRecord,
} from '@motcua/catalogue-domain';
import { type Queries, type RowChange, rowTable, sql } from '@motcua/platform';

interface ProcedureRow {
  readonly code: string;
  readonly revision: number;
  readonly repealedFrom: string | null;
  readonly repealDecision: string | null;
}
interface VersionRow extends Omit<VersionRecord, 'announcement'>, Readonly<Record<keyof Announcement, string | null>> {
  readonly procedure: string;
}
interface SuspensionRow {
  readonly procedure: string;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly reason: string;
}

const PROCEDURES = rowTable<ProcedureRow>('procedure', {
  code: 'key',
  revision: 'plain',
  repealedFrom: 'plain',
  repealDecision: 'plain',
});
const VERSIONS = rowTable<VersionRow>('procedure_version', {
  procedure: 'key',
  version: 'key',
  definition: 'plain',
  openQuestions: 'plain',
  notes: 'plain',
  origin: 'plain',
  contentHash: 'plain',
  revision: 'plain',
  decisionNumber: 'plain',
  decidedOn: 'plain',
  publishedOn: 'plain',
  effectiveFrom: 'plain',
});
const SUSPENSIONS = rowTable<SuspensionRow>('procedure_suspension', {
  procedure: 'key',
  fromDay: 'key',
  untilDay: 'plain',
  reason: 'plain',
});
const TARIFFS = rowTable<TariffRecord>('tariff', {
  procedure: 'key',
  revision: 'plain',
  lines: 'plain',
  imported: 'plain',
});

/** Procedures with their versions, suspensions and tariffs, by code. */
export async function readProcedures(queries: Queries, codes: readonly string[]): Promise<Map<string, ProcedureState>> {
  const [rows, versions, suspensions, tariffs] = await Promise.all([
    queries.query<ProcedureRow>(sql`SELECT ${PROCEDURES.columns()} FROM procedure WHERE code = ANY (${codes})`),
    queries.query<VersionRow>(
      sql`SELECT ${VERSIONS.columns()} FROM procedure_version WHERE procedure = ANY (${codes}) ORDER BY procedure, version`,
    ),
    queries.query<SuspensionRow>(
      sql`SELECT ${SUSPENSIONS.columns()} FROM procedure_suspension WHERE procedure = ANY (${codes}) ORDER BY procedure, from_day`,
    ),
    findTariffs(queries, codes),
  ]);
  const versionsOf = Map.groupBy(versions, ({ procedure }) => procedure);
  const suspensionsOf = Map.groupBy(suspensions, ({ procedure }) => procedure);
  const states = rows.map(({ code, revision, repealedFrom, repealDecision }): ProcedureState => {
    const isRepealed = repealedFrom !== null && repealDecision !== null;
    const procedure: ProcedureRecord = {
      code,
      revision,
      repeal: isRepealed ? { from: repealedFrom, decisionNumber: repealDecision } : null,
      suspensions: suspensionsOf.get(code)?.map(suspensionOf) ?? [],
      versions: versionsOf.get(code)?.map(versionOf) ?? [],
    };
    return { procedure, tariff: tariffs.find((tariff) => tariff.procedure === code) ?? null };
  });
  return new Map(states.map((state) => [state.procedure.code, state]));
}

export const findTariffs = (queries: Queries, procedures: readonly string[]): Promise<TariffRecord[]> =>
  queries.query(sql`SELECT ${TARIFFS.columns()} FROM tariff WHERE procedure = ANY (${procedures})`);

interface StateChange {
  readonly before: ProcedureState | null;
  readonly after: ProcedureState;
}

/** Saves procedures that are locked by name; one that was there is never taken away. */
export async function saveProcedures(queries: Queries, changes: readonly StateChange[]): Promise<void> {
  await PROCEDURES.save(
    queries,
    changes.map(({ before, after }) => ({ before: before && rowOf(before), after: rowOf(after) })),
  );
  await Promise.all([
    VERSIONS.save(
      queries,
      changes.flatMap((change) => paired(change, versionRows, ({ version }) => String(version))),
    ),
    SUSPENSIONS.save(
      queries,
      changes.flatMap((change) => paired(change, suspensionRows, ({ fromDay }) => fromDay)),
    ),
    TARIFFS.save(
      queries,
      changes.flatMap((change) => paired(change, tariffRows, ({ procedure }) => procedure)),
    ),
  ]);
}

/** The rows of the state after, each with what it was before. */
function paired<Row extends object>(
  { before, after }: StateChange,
  rowsOf: (state: ProcedureState) => Row[],
  keyOf: (row: Row) => string,
): RowChange<Row>[] {
  const earlier = new Map((before ? rowsOf(before) : []).map((row) => [keyOf(row), row]));
  return rowsOf(after).map((row) => ({ before: earlier.get(keyOf(row)) ?? null, after: row }));
}

const rowOf = ({ procedure: { code, revision, repeal } }: ProcedureState): ProcedureRow => ({
  code,
  revision,
  repealedFrom: repeal?.from ?? null,
  repealDecision: repeal?.decisionNumber ?? null,
});

const versionRows = ({ procedure }: ProcedureState): VersionRow[] =>
  procedure.versions.map(({ announcement, ...version }) => ({
    ...version,
    procedure: procedure.code,
    decisionNumber: announcement?.decisionNumber ?? null,
    decidedOn: announcement?.decidedOn ?? null,
    publishedOn: announcement?.publishedOn ?? null,
    effectiveFrom: announcement?.effectiveFrom ?? null,
  }));

const suspensionRows = ({ procedure }: ProcedureState): SuspensionRow[] =>
  procedure.suspensions.map(({ from, until, reason }) => ({
    procedure: procedure.code,
    fromDay: from,
    untilDay: until,
    reason,
  }));

const tariffRows = ({ tariff }: ProcedureState): TariffRecord[] => (tariff ? [tariff] : []);

const suspensionOf = ({ fromDay, untilDay, reason }: SuspensionRow): Suspension => ({
  from: fromDay,
  until: untilDay,
  reason,
});

const versionOf = ({
  procedure: _procedure,
  decisionNumber,
  decidedOn,
  publishedOn,
  effectiveFrom,
  ...version
}: VersionRow): VersionRecord => ({
  ...version,
  announcement:
    decisionNumber === null || decidedOn === null || effectiveFrom === null
      ? null
      : { decisionNumber, decidedOn, publishedOn, effectiveFrom },
});
