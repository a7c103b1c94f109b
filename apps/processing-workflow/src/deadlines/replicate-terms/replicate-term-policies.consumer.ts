import { Controller } from '@nestjs/common';
import { PolicyChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const KEEP = `
  INSERT INTO term_policy (code, revision, basis_points, valid_from, valid_to, fields, procedures)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (code) DO UPDATE SET revision = $2, basis_points = $3, valid_from = $4, valid_to = $5, fields = $6,
    procedures = $7
  WHERE term_policy.revision < $2`;
const DROP = `DELETE FROM term_policy WHERE code = $1 AND revision < $2`;

/** The policies that shorten terms (R17). */
@Controller()
export class ReplicateTermPolicies {
  @On(PolicyChangedV1)
  async replicate({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision, kind, basisPoints, validFrom, validTo, scope } = data;
    if (kind === 'term')
      await tx.query(KEEP, [code, revision, basisPoints, validFrom, validTo, scope.fields, scope.procedures]);
    else await tx.query(DROP, [code, revision]);
  }
}
