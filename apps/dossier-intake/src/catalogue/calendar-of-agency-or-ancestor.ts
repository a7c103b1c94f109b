import { sql } from '@motcua/platform';

/**
 * The calendar that agency `a` works by: its own, else that of its nearest ancestor. None while a nearer ancestor has not come:
 * it may have one.
 * @rule R4
 */
export const NEAREST_CALENDAR = sql`
  SELECT calendar FROM agency_copy p WHERE p.code = ANY (a.ancestors) AND p.calendar IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM unnest(a.ancestors) WITH ORDINALITY AS nearer (code, n)
      WHERE n > array_position(a.ancestors, p.code) AND NOT EXISTS (SELECT FROM agency_copy k WHERE k.code = nearer.code))
  ORDER BY cardinality(p.ancestors) DESC LIMIT 1`;
