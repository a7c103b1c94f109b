import { type RegisteredAgencies, sql } from '@motcua/platform';

/** An officer's agencies, and those of officers who are away and for whom they stand in. @rule R23 */
export const registeredAgencies: RegisteredAgencies = async (queries, subject, day) => {
  const rows = await queries.query<{ agency: string }>(sql`
    SELECT DISTINCT unnest(o.agencies) AS agency FROM officer o
    WHERE o.subject = ${subject} OR (o.deputy = ${subject} AND o.absent_from <= ${day}::date
      AND (o.absent_until IS NULL OR ${day}::date < o.absent_until))
    ORDER BY agency`);
  return rows.map(({ agency }) => agency);
};
