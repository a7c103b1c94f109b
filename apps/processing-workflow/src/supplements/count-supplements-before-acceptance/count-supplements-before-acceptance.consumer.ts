import { Controller } from '@nestjs/common';
import { DossierSupplementRequestedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const COUNT = `
  INSERT INTO earlier_supplement (dossier_id, number) VALUES ($1, $2)
  ON CONFLICT (dossier_id) DO UPDATE SET number = greatest(earlier_supplement.number, $2)`;

/** Requests are numbered through a dossier's whole life, and a second one counts against the agency. @rule R10 */
@Controller()
export class CountSupplementsBeforeAcceptance {
  @On(DossierSupplementRequestedV1)
  async count({ data }: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(COUNT, [data.dossierId, data.number]);
  }
}
