import { LEVEL_NAMES, type ProcedureRecord, questionsLeft, type Shown, shownVersions } from '@motcua/catalogue-domain';
import { distinctWords, exact, folded } from '@motcua/kernel';
import { type Queries, rowTable, sql } from '@motcua/platform';
import { wordVector } from './word-vector.js';

/** What searches and lists read of one procedure on the days `[shownFrom, shownUntil)`. */
interface HeadlineRow {
  readonly procedure: string;
  readonly version: number;
  readonly shownFrom: string;
  readonly shownUntil: string;
  readonly name: string;
  readonly nameFolded: string;
  readonly nameExact: string;
  readonly fieldCode: string | null;
  readonly fieldName: string;
  readonly level: string;
  readonly onlineLevel: string;
  readonly channels: readonly string[];
  readonly agencies: readonly string[];
  readonly competentLevel: string | null;
  readonly agencyNames: readonly string[];
  readonly effectiveFrom: string | null;
  readonly openQuestions: number;
  readonly nameWords: string;
  readonly nameExactWords: string;
  readonly allWords: string;
  readonly allExactWords: string;
}

const HEADLINES = rowTable<HeadlineRow>('procedure_headline', {
  procedure: 'key',
  shownFrom: 'key',
  version: 'plain',
  shownUntil: 'plain',
  name: 'plain',
  nameFolded: 'plain',
  nameExact: 'plain',
  fieldCode: 'plain',
  fieldName: 'plain',
  level: 'plain',
  onlineLevel: 'plain',
  channels: 'plain',
  agencies: 'plain',
  competentLevel: 'plain',
  agencyNames: 'plain',
  effectiveFrom: 'plain',
  openQuestions: 'plain',
  nameWords: 'plain',
  nameExactWords: 'plain',
  allWords: 'plain',
  allExactWords: 'plain',
});

/** Writes anew what searches and lists read of these procedures, in step with their versions. */
export async function saveHeadlines(queries: Queries, procedures: readonly ProcedureRecord[]): Promise<void> {
  const shown = procedures.flatMap((procedure) => shownVersions(procedure).map((one) => ({ procedure, one })));
  const agencies = shown.flatMap(({ one }) => one.version.definition.competentAgencies ?? []);
  const [named] = await Promise.all([
    queries.query<{ code: string; name: string }>(
      sql`SELECT code, name FROM agency WHERE code = ANY (${[...new Set(agencies)]})`,
    ),
    queries.query(sql`DELETE FROM procedure_headline WHERE procedure = ANY (${procedures.map(({ code }) => code)})`),
  ]);
  const names = new Map(named.map(({ code, name }) => [code, name]));
  if (shown.length > 0)
    await queries.query(HEADLINES.insert(shown.map(({ procedure, one }) => headlineOf(procedure.code, one, names))));
}

/** Codes of the procedures whose headline shows an agency by its name. */
export async function proceduresNaming(queries: Queries, agencies: readonly string[]): Promise<string[]> {
  const rows = await queries.query<{ procedure: string }>(
    sql`SELECT DISTINCT procedure FROM procedure_headline WHERE agencies && ${agencies}::text[]`,
  );
  return rows.map(({ procedure }) => procedure);
}

function headlineOf(
  procedure: string,
  { version, from, until }: Shown,
  names: ReadonlyMap<string, string>,
): HeadlineRow {
  const { definition } = version;
  const { name, field, level, onlineLevel, channels, competentLevel } = definition;
  const agencies = definition.competentAgencies ?? [];
  const resolved = [
    ...(competentLevel === null ? [] : [LEVEL_NAMES[competentLevel]]),
    ...agencies.map((agency) => names.get(agency) ?? agency),
  ];
  const given = definition.asGiven?.agencies.map((agency) => agency.name) ?? [];
  const agencyNames = resolved.length > 0 ? resolved : given;
  const everything = [procedure, name, field.name, ...agencyNames].join(' ');
  return {
    procedure,
    version: version.version,
    shownFrom: from,
    shownUntil: until,
    name,
    nameFolded: folded(name),
    nameExact: exact(name),
    fieldCode: field.code,
    fieldName: field.name,
    level,
    onlineLevel,
    channels,
    agencies,
    competentLevel,
    agencyNames,
    effectiveFrom: version.announcement?.effectiveFrom ?? null,
    openQuestions: questionsLeft(version),
    nameWords: wordVector(distinctWords(folded(name))),
    nameExactWords: wordVector(distinctWords(exact(name))),
    allWords: wordVector(distinctWords(folded(everything))),
    allExactWords: wordVector(distinctWords(exact(everything))),
  };
}
