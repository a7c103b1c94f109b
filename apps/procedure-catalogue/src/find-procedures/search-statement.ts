import { type Feature, featuresOf, type Phrasing } from '@motcua/catalogue-domain';
import { type Sql, sql } from '@motcua/platform';
import { columns, conditionsOf, type Filters } from './list-statement.js';

/** The sort key of the last row of the page before. */
export type SearchPosition = readonly [rank: number, size: number, code: string];

/** Against which the rarity of a word is measured; about as many as a province has. */
const PROCEDURES = 3_000;
/** What is found in the name, in results, in field or agency, in papers; what is only begun. */
const [NAME, RESULTS, OWNER, PAPERS, BEGUN] = [1, 0.5, 0.35, 0.2, 0.3] as const;
/** Of a word that was typed with diacritics and is found with others. */
const ONLY_FOLDS_ALIKE = 0.45;
/** How much of what was typed, by rarity, a procedure must have; and how near it must come to the best. */
const [ENOUGH, NEAR] = [0.4, 0.4] as const;

const lexeme = (gram: string): string => `'${gram}'`;

const queriesOf = (form: 'exact' | 'folded'): Sql =>
  sql.raw(['A', 'B', 'C', 'D'].map((label) => `(${form} || ':${label}')::tsquery AS ${form}_${label}`).join(', '));

const placeOf = (form: 'exact' | 'folded', vector: string, otherwise: number): string => `
  CASE WHEN h.${vector} @@ f.${form}_A THEN ${NAME} WHEN h.${vector} @@ f.${form}_B THEN ${RESULTS}
    WHEN h.${vector} @@ f.${form}_C THEN ${OWNER} WHEN h.${vector} @@ f.${form}_D THEN ${PAPERS} ELSE ${otherwise} END`;

const PLACES = sql.raw(`
  ${placeOf('folded', 'grams', BEGUN)} AS folding,
  CASE WHEN f.marked THEN ${placeOf('exact', 'exact_grams', 0)} ELSE 0 END AS exactly`);

// Where nothing is said of an act, the thing itself comes before its renewal or its end, what is in force before what is
// not, and what is near before what a ministry does.
const LIKELIHOOD = sql.raw(`
  CASE WHEN h.ancillary THEN 0.95 ELSE 1 END
  * CASE h.level WHEN 'ministry' THEN 0.95 ELSE 1 END
  * CASE WHEN h.effective_from IS NULL THEN 0.8 ELSE 1 END`);

// OFFSET 0 keeps the filters out of the look-up of a word: a planner that knows no values would read the table instead.
/**
 * Best match first; of equal matches the shorter name, then the code. What counts of each phrasing is the share of its
 * words and pairs that a procedure has, each by its rarity and by where it stands; a name that says little else counts more.
 */
export function searchStatement(
  day: string,
  filters: Filters,
  phrasings: readonly Phrasing[],
  [rank, size, code]: SearchPosition,
  limit: number,
): Sql {
  const features = new Map<string, Feature>();
  const parts = phrasings.flatMap(({ words }, phrasing) =>
    featuresOf(words).map((feature) => {
      const key = `${feature.exact} ${feature.begun}`;
      features.set(key, feature);
      return { phrasing, feature: key };
    }),
  );
  const numbers = new Map([...features.keys()].map((key, at) => [key, at + 1]));
  const all = [...features.values()];
  return sql`
    WITH feature AS MATERIALIZED (
      SELECT id, pair, marked, (folded || begun)::tsquery AS found, ${queriesOf('folded')}, ${queriesOf('exact')}
      FROM unnest(${all.map(({ folded }) => lexeme(folded))}::text[], ${all.map(({ exact }) => lexeme(exact))}::text[],
        ${all.map(({ begun }) => (begun ? ':*' : ''))}::text[], ${all.map(({ pair }) => pair)}::boolean[],
        ${all.map(({ marked }) => marked)}::boolean[]) WITH ORDINALITY AS f(folded, exact, begun, pair, marked, id)
    ), hit AS MATERIALIZED (
      SELECT id, pair, marked, procedure, shown_from, folding = ${NAME}::float AS named, exactly > 0 AS exactly,
        greatest(exactly, folding * CASE WHEN marked THEN ${ONLY_FOLDS_ALIKE}::float ELSE 1 END) AS worth
      FROM (
        SELECT f.id, f.pair, f.marked, h.procedure, h.shown_from, ${PLACES}
        FROM feature f CROSS JOIN LATERAL (SELECT * FROM procedure_headline h WHERE h.grams @@ f.found OFFSET 0) AS h
        WHERE ${sql.join(conditionsOf(day, filters), ' AND ')}
      ) AS placed
    ), rare AS (
      SELECT f.id, ln(1 + ${PROCEDURES}::float / (1 + coalesce(nullif(count(*) FILTER (WHERE h.exactly), 0), count(h.id))))
        * CASE WHEN f.pair AND count(h.id) = 0 THEN 0.3 ELSE 1 END AS weight
      FROM feature f LEFT JOIN hit h ON h.id = f.id GROUP BY f.id, f.pair
    ), part AS (
      SELECT p.phrasing, p.id, r.weight, sum(r.weight) OVER (PARTITION BY p.phrasing) AS whole
      FROM unnest(${parts.map(({ phrasing }) => phrasing + 1)}::int[], ${parts.map(({ feature }) => numbers.get(feature))}::int[]) AS p(phrasing, id)
      JOIN rare r ON r.id = p.id
    ), matched AS (
      SELECT p.phrasing, h.procedure, h.shown_from, sum(p.weight * h.worth) / max(p.whole) AS share,
        count(*) FILTER (WHERE h.named AND NOT h.pair) AS covered
      FROM part p JOIN hit h ON h.id = p.id GROUP BY p.phrasing, h.procedure, h.shown_from
      HAVING sum(p.weight) >= ${ENOUGH}::float * max(p.whole)
    ), found AS (
      SELECT procedure, shown_from, max(w.weight * share * (1 + 0.25 * covered / h.name_size) * ${LIKELIHOOD}) AS score
      FROM matched m JOIN procedure_headline h USING (procedure, shown_from)
      JOIN unnest(${phrasings.map(({ weight }) => weight)}::float[]) WITH ORDINALITY AS w(weight, phrasing) USING (phrasing)
      GROUP BY procedure, shown_from
    )
    SELECT * FROM (
      SELECT ${columns(day)}, (-1000000 * score)::int AS rank, length(h.name) AS size
      FROM (SELECT *, max(score) OVER () AS best FROM found) AS found JOIN procedure_headline h USING (procedure, shown_from)
      WHERE score >= ${NEAR}::float * best
    ) AS ranked
    WHERE (rank, size, code) > (${rank}::int, ${size}::int, ${code}) ORDER BY rank, size, code LIMIT ${limit}`;
}
