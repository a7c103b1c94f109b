import type pg from 'pg';
import { disagreeing, type Finding } from './finding.js';

/** Numbers that begin at 1, are given once, and leave none out. */
const SERIES: readonly (readonly [what: string, sql: string])[] = [
  [
    'codes (R1)',
    `SELECT s.agency || ' ' || s.day AS id, concat_ws(' ', s.last, count(d.code), count(DISTINCT d.code), max(substring(d.code FROM '\\d+$')::int)) AS found
     FROM intake.code_sequence s LEFT JOIN intake.dossier d ON d.code LIKE s.agency || '-' || to_char(s.day, 'YYMMDD') || '-%'
     GROUP BY s.agency, s.day, s.last
     HAVING count(d.code) <> s.last OR count(DISTINCT d.code) <> s.last OR max(substring(d.code FROM '\\d+$')::int) <> s.last`,
  ],
  [
    'numbers of receipts',
    `SELECT concat_ws(' ', n.agency, n.symbol) AS id, concat_ws(' ', n.last, count(r.id), max(r.serial)) AS found
     FROM payment.receipt_number n LEFT JOIN payment.receipt r ON (r.agency, r.symbol) = (n.agency, n.symbol)
     GROUP BY n.agency, n.symbol, n.last HAVING count(r.id) <> n.last OR max(r.serial) <> n.last`,
  ],
];

/** Sequences of events: 1, 2, 3 … of each life, as its stream says. */
const SEQUENCES = (schema: string): string => `
  SELECT s.topic || ' ' || s.key AS id, concat_ws(' ', s.last_sequence, count(o.id), count(DISTINCT o.sequence)) AS found
  FROM ${schema}.event_stream s LEFT JOIN ${schema}.outbox o ON o.topic = s.topic AND o.key = s.key
  GROUP BY s.topic, s.key, s.last_sequence HAVING count(o.id) <> s.last_sequence OR count(DISTINCT o.sequence) <> s.last_sequence`;

export async function checkNumbers(admin: pg.Client, schemas: readonly string[]): Promise<Finding[]> {
  const questions = [...SERIES, ...schemas.map((schema) => [`events of ${schema}`, SEQUENCES(schema)] as const)];
  const findings: Finding[] = [];
  for (const [what, sql] of questions) {
    const { rows } = await admin.query<{ id: string; found: string }>(sql);
    findings.push(...rows.map(({ id, found }) => disagreeing(`${what} of ${id}: ${found}`)));
  }
  return findings;
}
