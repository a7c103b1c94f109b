import type { PolicyChangedV1 } from '@motcua/contracts';
import { copiesIn, rowTable, sql, batchWrite } from '@motcua/platform';

interface TermPolicy {
  readonly code: string;
  readonly revision: number;
  readonly basisPoints: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly fields: readonly string[] | null;
  readonly procedures: readonly string[] | null;
}

export const keepTermPolicies = copiesIn(
  rowTable<TermPolicy>('term_policy', {
    code: 'key',
    revision: 'plain',
    basisPoints: 'plain',
    validFrom: 'plain',
    validTo: 'plain',
    fields: 'plain',
    procedures: 'plain',
  }),
  'revision',
);

/** A policy that shortens terms no longer. */
export const forgetTermPolicy = batchWrite<Pick<PolicyChangedV1, 'code' | 'revision'>>(
  (others) => sql`
    DELETE FROM term_policy p USING unnest(${others.map(({ code }) => code)}::text[],
      ${others.map(({ revision }) => revision)}::int[]) AS other (code, revision)
    WHERE p.code = other.code AND p.revision < other.revision`,
);
