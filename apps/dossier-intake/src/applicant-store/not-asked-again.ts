import { dayInVietnam } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';

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
 * still holds and for which nothing is owed, since a later one has taken the place of an earlier one. @rule R19
 */
export const papersNotAskedAgain = (
  queries: Queries,
  owners: readonly string[],
  now: Temporal.Instant,
): Promise<ReusablePaper[]> =>
  owners.length === 0
    ? Promise.resolve([])
    : queries.query<ReusablePaper>(sql`
        SELECT DISTINCT ON (applicant_ref, code) applicant_ref AS owner, code AS component, id AS "fromStore", kind, name, number,
          issued_at AS "issuedAt", valid_until AS "validUntil"
        FROM stored_paper
        WHERE applicant_ref = ANY (${owners}) AND revoked_at IS NULL AND decision IS DISTINCT FROM 'denied' AND owed = 0 AND (valid_until IS NULL OR valid_until >= ${dayInVietnam(now)}::date)
        ORDER BY applicant_ref, code, issued_at DESC, id DESC`);
