import { Controller } from '@nestjs/common';
import { PolicyChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** The policies that shorten terms (R17). */
@Controller()
export class ReplicateTermPolicies {
  @On(PolicyChangedV1)
  async replicate({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision, kind, basisPoints, validFrom, validTo, scope } = data;
    if (kind !== 'term') {
      await tx.query(sql`DELETE FROM term_policy WHERE code = ${code} AND revision < ${revision}`);
      return;
    }
    await tx.query(sql`
      INSERT INTO term_policy AS p (code, revision, basis_points, valid_from, valid_to, fields, procedures)
      VALUES (${code}, ${revision}, ${basisPoints}, ${validFrom}, ${validTo}, ${scope.fields}, ${scope.procedures})
      ON CONFLICT (code) DO UPDATE SET revision = excluded.revision, basis_points = excluded.basis_points,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, fields = excluded.fields,
        procedures = excluded.procedures
      WHERE p.revision < excluded.revision`);
  }
}
