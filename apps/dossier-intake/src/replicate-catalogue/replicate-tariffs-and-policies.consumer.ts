import { Controller } from '@nestjs/common';
import { PolicyChangedV1, TariffChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** Copies what the assessment of fees and of the promised term needs (R16, R17). */
@Controller()
export class ReplicateTariffsAndPolicies {
  @On(TariffChangedV1)
  async tariff({ data }: EventEnvelope<TariffChangedV1>, { tx }: EventContext): Promise<void> {
    const { procedureCode, revision, lines } = data;
    await tx.query(sql`
      INSERT INTO tariff_copy (procedure_code, revision, lines) VALUES (${procedureCode}, ${revision}, ${JSON.stringify(lines)})
      ON CONFLICT (procedure_code) DO UPDATE SET revision = excluded.revision, lines = excluded.lines
      WHERE tariff_copy.revision < excluded.revision`);
  }

  @On(PolicyChangedV1)
  async policy({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision, kind } = data;
    await tx.query(sql`
      INSERT INTO policy_copy (code, revision, kind, content) VALUES (${code}, ${revision}, ${kind}, ${JSON.stringify(data)})
      ON CONFLICT (code) DO UPDATE SET revision = excluded.revision, kind = excluded.kind, content = excluded.content
      WHERE policy_copy.revision < excluded.revision`);
  }
}
