import { Controller } from '@nestjs/common';
import { PolicyChangedV1, TariffChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const TARIFF = `
  INSERT INTO tariff_copy (procedure_code, revision, lines) VALUES ($1, $2, $3)
  ON CONFLICT (procedure_code) DO UPDATE SET revision = $2, lines = $3 WHERE tariff_copy.revision < $2`;
const POLICY = `
  INSERT INTO policy_copy (code, revision, kind, content) VALUES ($1, $2, $3, $4)
  ON CONFLICT (code) DO UPDATE SET revision = $2, kind = $3, content = $4 WHERE policy_copy.revision < $2`;

/** Keeps what the assessment of fees and of the promised term needs (R16, R17). */
@Controller()
export class ReplicateTariffsAndPolicies {
  @On(TariffChangedV1)
  async tariff({ data }: EventEnvelope<TariffChangedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(TARIFF, [data.procedureCode, data.revision, JSON.stringify(data.lines)]);
  }

  @On(PolicyChangedV1)
  async policy({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(POLICY, [data.code, data.revision, data.kind, JSON.stringify(data)]);
  }
}
