/** What reporting holds, each as rows of a key and a text, in the order of the keys. Folded or not makes no difference. */
interface Relation {
  readonly what: string;
  readonly sql: string;
}

const copy = (table: string, key: string): Relation => ({
  what: table,
  sql: `SELECT ${key} AS key, to_jsonb(t)::text AS row FROM ${table} t`,
});

const KEYS = `'{id,agency,period,month,procedure_code,channel,event_time}'::text[]`;
const measures = (rows: string): string => `
  SELECT concat_ws(' ', f.agency, f.period, f.procedure_code, f.channel, m.key) AS key, sum(m.value::bigint)::text AS row
  FROM (${rows}) AS f CROSS JOIN LATERAL jsonb_each_text(f.counts) m GROUP BY 1 HAVING sum(m.value::bigint) <> 0`;

/** Of each agency alone, by month. */
const OWN = `
  SELECT agency, month AS period, procedure_code, channel, to_jsonb(o) - ${KEYS} AS counts FROM own_figure o
  UNION ALL
  SELECT agency, month, procedure_code, channel, to_jsonb(c) - ${KEYS} FROM figure_change c`;

/** Of each agency and all below it, by month, quarter and year, by procedure and in all. */
const SUMS = `
  SELECT agency, period, procedure_code, channel, to_jsonb(f) - ${KEYS} AS counts FROM figure f
  UNION ALL
  SELECT above.agency, p.period, code.procedure_code, c.channel, to_jsonb(c) - ${KEYS}
  FROM figure_change c JOIN agency_copy a ON a.code = c.agency
  CROSS JOIN LATERAL unnest(a.ancestors) AS above (agency)
  CROSS JOIN LATERAL (VALUES (c.month), (left(c.month, 4) || '-Q' || (right(c.month, 2)::int + 2) / 3), (left(c.month, 4))) AS p (period)
  CROSS JOIN LATERAL (VALUES (c.procedure_code), ('*')) AS code (procedure_code)`;

export const RELATIONS: readonly Relation[] = [
  copy('dossier', 't.dossier_id::text'),
  copy('agency_copy', 't.code'),
  copy('procedure_copy', 't.code'),
  copy('tariff_copy', 't.procedure_code'),
  copy('required_papers', `concat_ws(' ', t.procedure_code, t.version, t.variant)`),
  { what: 'own figures', sql: measures(OWN) },
  { what: 'sums', sql: measures(SUMS) },
];

/** As the naive count says it: `agency month measure`. */
export const OWN_BY_MEASURE = `
  SELECT concat_ws(' ', f.agency, f.period, m.key) AS key, sum(m.value::bigint)::int AS count
  FROM (${OWN}) AS f CROSS JOIN LATERAL jsonb_each_text(f.counts) m GROUP BY 1 HAVING sum(m.value::bigint) <> 0`;
