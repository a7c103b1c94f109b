import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const KEEP = `
  INSERT INTO procedure_terms (code, version, field, terms) VALUES ($1, $2, $3, $4)
  ON CONFLICT (code, version) DO UPDATE SET field = $3, terms = $4`;

/** The terms of a procedure's version, beside which the terms of its process steps are put. */
@Controller()
export class ReplicateProcedureTerms {
  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const terms = data.variants.map(({ term }) => term);
    await tx.query(KEEP, [data.code, data.version, data.field.code, JSON.stringify(terms)]);
  }
}
