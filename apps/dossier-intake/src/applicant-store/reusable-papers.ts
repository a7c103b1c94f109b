import { type Queries, sql } from '@motcua/platform';
import { today } from './assert-reusable.js';

export interface ReusablePaper {
  /** The applicant in whose store it is. */
  readonly owner: string;
  readonly component: string;
  readonly fromStore: string;
  readonly kind: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly validUntil: string | null;
}

/**
 * What the state already holds of these applicants, and need not be asked for again: the newest paper of each code that
 * still holds, since a later one has taken the place of an earlier one. @rule R19
 */
export const reusablePapers = (
  queries: Queries,
  owners: readonly string[],
  now: Temporal.Instant,
): Promise<ReusablePaper[]> =>
  owners.length === 0
    ? Promise.resolve([])
    : queries.query<ReusablePaper>(sql`
        SELECT DISTINCT ON (applicant_ref, code) applicant_ref AS owner, code AS component, id AS "fromStore", kind, name, number,
          issued_at AS "issuedAt", valid_until AS "validUntil"
        FROM store_item
        WHERE applicant_ref = ANY (${owners}) AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until >= ${today(now)}::date)
        ORDER BY applicant_ref, code, issued_at DESC, id DESC`);
