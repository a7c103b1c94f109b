import type { Tx } from '@motcua/platform';
import { today } from './assert-reusable.js';

export interface ReusablePaper {
  readonly component: string;
  readonly fromStore: string;
  readonly kind: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly validUntil: string | null;
}

// The newest of each that still holds: a later paper of the same code has taken the place of an earlier one.
const REUSABLE = `
  SELECT DISTINCT ON (code) code AS component, id AS "fromStore", kind, name, number, issued_at AS "issuedAt", valid_until AS "validUntil"
  FROM store_item
  WHERE applicant_ref = $1 AND code = ANY ($2) AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until >= $3::date)
  ORDER BY code, issued_at DESC, id DESC`;

/** R19: what the state already holds of these components, and need not be asked for again. @rule R19 R20 */
export const reusablePapers = (
  queries: Pick<Tx, 'query'>,
  applicantRef: string,
  components: readonly string[],
  now: Temporal.Instant,
): Promise<ReusablePaper[]> =>
  components.length === 0
    ? Promise.resolve([])
    : queries.query<ReusablePaper>(REUSABLE, [applicantRef, components, today(now)]);
