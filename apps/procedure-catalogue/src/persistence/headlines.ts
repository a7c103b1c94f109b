import {
  gramsOf,
  isAncillary,
  LEVEL_NAMES,
  type ProcedureRecord,
  questionsLeft,
  type Shown,
  shownVersions,
} from '@motcua/catalogue-domain';
import { comparedWords } from '@motcua/kernel';
import { type Queries, rowTable, sql } from '@motcua/platform';
import { itAndPredecessors } from './agencies.js';
import { gramVector, type LabelledGrams } from './gram-vector.js';

/** What searches and lists read of one procedure on the days `[shownFrom, shownUntil)`. */
interface HeadlineRow {
  readonly procedure: string;
  readonly version: number;
  readonly shownFrom: string;
  readonly shownUntil: string;
  readonly name: string;
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
  /** Words and pairs, folded and exact: A of the name, B of its results, C of field and agencies, D of its papers. */
  readonly grams: string;
  readonly exactGrams: string;
  /** Distinct words of the name. */
  readonly nameSize: number;
  readonly ancillary: boolean;
}

const HEADLINES = rowTable<HeadlineRow>('procedure_headline', {
  procedure: 'key',
  shownFrom: 'key',
  version: 'plain',
  shownUntil: 'plain',
  name: 'plain',
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
  grams: 'plain',
  exactGrams: 'plain',
  nameSize: 'plain',
  ancillary: 'plain',
});

/** Writes anew what searches and lists read of these procedures, in step with their versions. */
export async function saveHeadlines(queries: Queries, procedures: readonly ProcedureRecord[]): Promise<void> {
  const shown = procedures.flatMap((procedure) => shownVersions(procedure).map((one) => ({ procedure, one })));
  const agencies = shown.flatMap(({ one }) => one.version.definition.competentAgencies ?? []);
  const [named] = await Promise.all([
    namesNow(queries, [...new Set(agencies)]),
    queries.query(sql`DELETE FROM procedure_headline WHERE procedure = ANY (${procedures.map(({ code }) => code)})`),
  ]);
  const names = new Map(named.map(({ code, name, now }) => [code, now === null ? name : `${now} (trước là ${name})`]));
  if (shown.length === 0) return;
  const texts = shown.map(({ procedure, one }) => textsOf(procedure.code, one, names));
  const grams = texts.flatMap(({ folded }) => folded.flatMap((text) => text.grams));
  await Promise.all([
    queries.query(HEADLINES.insert(shown.map(({ procedure, one }, at) => headlineOf(procedure.code, one, texts[at]!)))),
    queries.query(
      sql`INSERT INTO search_gram SELECT DISTINCT gram FROM unnest(${grams}::text[]) AS gram ORDER BY gram ON CONFLICT DO NOTHING`,
    ),
  ]);
}

/** Names of agencies, and of those that took the place of one that is closed, whoever that is by now. */
const namesNow = (queries: Queries, agencies: readonly string[]) =>
  queries.query<{ code: string; name: string; now: string | null }>(sql`
    SELECT a.code, a.name, (
      WITH RECURSIVE later AS (
        SELECT l.code, l.name, l.successors FROM agency l WHERE l.code = ANY (a.successors)
        UNION SELECT l.code, l.name, l.successors FROM agency l JOIN later e ON l.code = ANY (e.successors))
      SELECT string_agg(name, ', ' ORDER BY code) FROM later WHERE successors = '{}') AS now
    FROM agency a WHERE a.code = ANY (${agencies})`);

/** Codes of the procedures whose headline shows an agency by its name, or as the one that took another's place. */
export async function proceduresNaming(queries: Queries, agencies: readonly string[]): Promise<string[]> {
  const rows = await queries.query<{ procedure: string }>(
    sql`SELECT DISTINCT procedure FROM procedure_headline WHERE agencies && ARRAY(
      SELECT unnest(${itAndPredecessors(sql`one.code`)}) FROM unnest(${agencies}::text[]) AS one (code))`,
  );
  return rows.map(({ procedure }) => procedure);
}

interface Texts {
  readonly agencyNames: readonly string[];
  readonly folded: readonly LabelledGrams[];
  readonly exact: readonly LabelledGrams[];
  readonly nameSize: number;
}

function textsOf(procedure: string, { version: { definition } }: Shown, names: ReadonlyMap<string, string>): Texts {
  const { name, field, competentLevel } = definition;
  const resolved = [
    ...(competentLevel === null ? [] : [LEVEL_NAMES[competentLevel]]),
    ...(definition.competentAgencies ?? []).map((agency) => names.get(agency) ?? agency),
  ];
  const given = definition.asGiven?.agencies.map((agency) => agency.name) ?? [];
  const agencyNames = resolved.length > 0 ? resolved : given;
  const texts = (
    [
      ['A', [name]],
      ['B', definition.results.map((result) => result.name)],
      ['C', [procedure, field.name, ...agencyNames]],
      ['D', definition.variants.flatMap((variant) => variant.components.map((component) => component.name))],
    ] as const
  ).map(([label, parts]) => ({ label, words: parts.map(comparedWords) }));
  const gramsBy = (form: 'folded' | 'exact'): LabelledGrams[] =>
    texts.map(({ label, words }) => ({
      label,
      grams: [...new Set(words.flatMap((text) => gramsOf(text.map((word) => word[form]))))],
    }));
  const nameSize = Math.max(1, new Set(comparedWords(name).map(({ folded }) => folded)).size);
  return { agencyNames, folded: gramsBy('folded'), exact: gramsBy('exact'), nameSize };
}

function headlineOf(procedure: string, { version, from, until }: Shown, texts: Texts): HeadlineRow {
  const { name, field, level, onlineLevel, channels, competentLevel, competentAgencies } = version.definition;
  return {
    procedure,
    version: version.version,
    shownFrom: from,
    shownUntil: until,
    name,
    fieldCode: field.code,
    fieldName: field.name,
    level,
    onlineLevel,
    channels,
    agencies: competentAgencies ?? [],
    competentLevel,
    agencyNames: texts.agencyNames,
    effectiveFrom: version.announcement?.effectiveFrom ?? null,
    openQuestions: questionsLeft(version),
    grams: gramVector(texts.folded),
    exactGrams: gramVector(texts.exact),
    nameSize: texts.nameSize,
    ancillary: isAncillary(name),
  };
}
