import { sql } from '@motcua/platform';

/** The calendar that agency `a` works by: its own, else that of its nearest ancestor. @rule R4 */
export const NEAREST_CALENDAR = sql`
  SELECT calendar FROM agency_copy p WHERE p.code = ANY (a.ancestors) AND p.calendar IS NOT NULL
  ORDER BY cardinality(p.ancestors) DESC LIMIT 1`;
