import { Controller } from '@nestjs/common';
import { DossierReturnedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const RECORD = `UPDATE case_file SET returned_at = $2, return_method = $3 WHERE dossier_id = $1`;

/** The return is intake's; the tracking book says when and how it was. */
@Controller()
export class RecordReturnWhenDossierReturned {
  @On(DossierReturnedV1)
  async record({ data }: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, returnedAt, method } = data;
    await tx.query(RECORD, [dossierId, Temporal.Instant.from(returnedAt), method]);
  }
}
