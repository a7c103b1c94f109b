import { Controller } from '@nestjs/common';
import { DossierReturnedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** The return is intake's; the tracking book says when and how it was. */
@Controller()
export class RecordReturnWhenDossierReturned {
  @On(DossierReturnedV1)
  async record({ data }: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, returnedAt, method } = data;
    await tx.query(sql`
      UPDATE case_file SET returned_at = ${returnedAt}::timestamptz, return_method = ${method}
      WHERE dossier_id = ${dossierId}`);
  }
}
