import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** The terms of a procedure's version, beside which the terms of its process steps are put. */
@Controller()
export class ReplicateProcedureTerms {
  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, field, variants } = data;
    const terms = JSON.stringify(variants.map(({ term }) => term));
    await tx.query(sql`
      INSERT INTO procedure_terms (code, version, field, terms) VALUES (${code}, ${version}, ${field.code}, ${terms})
      ON CONFLICT (code, version) DO UPDATE SET field = excluded.field, terms = excluded.terms`);
  }
}
