import { Controller } from '@nestjs/common';
import { type Plain, PolicyChangedV1, ProcedureGroupChangedV1, TariffChangedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

type Tariff = Pick<Plain<TariffChangedV1>, 'procedureCode' | 'revision' | 'lines'> & { readonly reason: string | null };

interface Policy {
  readonly code: string;
  readonly revision: number;
  readonly kind: string;
  readonly content: object;
}

const keepTariffs = copiesIn(
  rowTable<Tariff>('tariff_copy', { procedureCode: 'key', revision: 'plain', lines: 'plain', reason: 'plain' }),
  'revision',
);
const keepPolicies = copiesIn(
  rowTable<Policy>('policy_copy', { code: 'key', revision: 'plain', kind: 'plain', content: 'plain' }),
  'revision',
);

const keepGroups = copiesIn(
  rowTable<Omit<Policy, 'kind'>>('procedure_group_copy', { code: 'key', revision: 'plain', content: 'plain' }),
  'revision',
);

/** Copies what the assessment of fees and of the promised term needs (R16, R17), and which procedures are applied for together. */
@Controller()
export class ReplicateTariffsAndPolicies {
  @On(TariffChangedV1)
  async tariff({ data }: EventEnvelope<TariffChangedV1>, { tx }: EventContext): Promise<void> {
    const { procedureCode, revision, lines, reason = null } = data;
    await keepTariffs(tx, [{ procedureCode, revision, lines, reason }]);
  }

  @On(PolicyChangedV1)
  async policy({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision, kind } = data;
    await keepPolicies(tx, [{ code, revision, kind, content: data }]);
  }

  @On(ProcedureGroupChangedV1)
  async group({ data }: EventEnvelope<ProcedureGroupChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision } = data;
    await keepGroups(tx, [{ code, revision, content: data }]);
  }
}
