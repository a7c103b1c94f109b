import type { Policy, TariffLine } from '@motcua/fee-domain';
import { type Queries, sql } from '@motcua/platform';
import { NEAREST_CALENDAR } from './calendar-of-agency-or-ancestor.js';

/** How a procedure is offered. Days are `YYYY-MM-DD`, in Vietnam. */
export interface Offer {
  readonly code: string;
  readonly versions: readonly { readonly version: number; readonly effectiveFrom: string }[];
  readonly suspensions: readonly { readonly from: string; readonly until: string | null; readonly reason: string }[];
  readonly repealedFrom: string | null;
  readonly tariff: readonly TariffLine[];
  /** Null where none has come. */
  readonly tariffRevision: number | null;
  /** Why that revision says otherwise what held on days that are over. */
  readonly tariffReason: string | null;
}

/** A policy with what its latest revision says of itself. */
export interface KnownPolicy extends Policy {
  readonly revision: number;
  readonly reason?: string | null;
}

export interface AgencyFacts {
  readonly code: string;
  readonly level: string;
  readonly kind: string;
  readonly name: string;
  readonly ancestors: readonly string[];
  readonly active: boolean;
  /** Of one that is closed: those that took its place. */
  readonly successors: readonly string[];
  /** Those whose place it took, at first or second hand. */
  readonly succeeds: readonly string[];
  /** The calendar that it works by (R4), and its newest revision. */
  readonly calendar: string | null;
  readonly revision: number | null;
}

/** Parts of the copied catalogue, as they were together. */
export interface CatalogueSnapshot {
  /** Raised by every change of a copy. */
  readonly revision: number;
  readonly offers: readonly Offer[];
  readonly agencies: readonly AgencyFacts[];
  readonly policies: readonly KnownPolicy[];
}

export async function readSnapshot(
  queries: Queries,
  procedures: readonly string[],
  agencies: readonly string[],
): Promise<CatalogueSnapshot> {
  const [found] = await queries.query<CatalogueSnapshot>(sql`
    SELECT
      (SELECT revision FROM catalogue_revision) AS revision,
      coalesce((SELECT json_agg(json_build_object('code', p.code,
        'versions', coalesce((SELECT json_agg(json_build_object('version', v.version, 'effectiveFrom', v.effective_from))
          FROM procedure_version v WHERE v.code = p.code), '[]'),
        'suspensions', coalesce((SELECT json_agg(json_build_object('from', s.suspended_from, 'until', s.suspended_until, 'reason', s.reason) ORDER BY s.suspended_from)
          FROM procedure_suspension s WHERE s.code = p.code), '[]'),
        'repealedFrom', (SELECT repealed_from FROM procedure_repeal r WHERE r.code = p.code),
        'tariff', coalesce((SELECT lines FROM tariff_copy t WHERE t.procedure_code = p.code), '[]'),
        'tariffRevision', (SELECT revision FROM tariff_copy t WHERE t.procedure_code = p.code),
        'tariffReason', (SELECT reason FROM tariff_copy t WHERE t.procedure_code = p.code)))
        FROM unnest(${procedures}::text[]) AS p (code)), '[]') AS offers,
      coalesce((SELECT json_agg(json_build_object('code', a.code, 'level', a.level, 'kind', a.kind, 'name', a.name, 'ancestors', a.ancestors, 'active', a.active, 'successors', a.successors,
          'succeeds', ARRAY(WITH RECURSIVE earlier AS (
            SELECT p.code FROM agency_copy p WHERE p.successors @> ARRAY[a.code]
            UNION SELECT p.code FROM agency_copy p JOIN earlier e ON p.successors @> ARRAY[e.code]) SELECT code FROM earlier),
          'calendar', c.calendar, 'revision', (SELECT max(revision) FROM calendar_copy k WHERE k.code = c.calendar)))
        FROM agency_copy a LEFT JOIN LATERAL (${NEAREST_CALENDAR}) c ON true
        WHERE a.code IN (WITH RECURSIVE followed AS (
          SELECT f.code, f.successors FROM agency_copy f WHERE f.code = ANY (${agencies}::text[])
          UNION SELECT f.code, f.successors FROM agency_copy f JOIN followed b ON cardinality(b.successors) = 1 AND f.code = b.successors[1])
          SELECT code FROM followed)), '[]') AS agencies,
      coalesce((SELECT json_agg(content ORDER BY code) FROM policy_copy), '[]') AS policies`);
  if (!found) throw new Error('a statement without FROM always gives a row');
  return found;
}

/** The revision that the copies have now. */
export async function currentRevision(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ revision: number }>(sql`SELECT revision FROM catalogue_revision`);
  if (!row) throw new Error('the revision of the catalogue has its row from the migration on');
  return row.revision;
}
