import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

interface ProcedureTerms {
  readonly code: string;
  readonly version: number;
  readonly field: string;
  readonly terms: readonly object[];
}

const keepTerms = copiesIn(
  rowTable<ProcedureTerms>('procedure_terms', { code: 'key', version: 'key', field: 'plain', terms: 'plain' }),
);

/** The terms of a procedure's version, beside which the terms of its process steps are put. */
@Controller()
export class ReplicateProcedureTerms {
  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, field, variants } = data;
    await keepTerms(tx, [{ code, version, field: field.code, terms: variants.map(({ term }) => term) }]);
  }
}
