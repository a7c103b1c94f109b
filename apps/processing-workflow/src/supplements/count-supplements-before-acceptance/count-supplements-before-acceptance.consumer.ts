import { Controller } from '@nestjs/common';
import { DossierSupplementRequestedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/**
 * Requests are numbered through a dossier's whole life, and a second one counts against the agency (R10).
 * @rule R10
 */
@Controller()
export class CountSupplementsBeforeAcceptance {
  @On(DossierSupplementRequestedV1)
  async count({ data }: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number } = data;
    await tx.query(sql`
      INSERT INTO earlier_supplement AS e (dossier_id, number) VALUES (${dossierId}, ${number})
      ON CONFLICT (dossier_id) DO UPDATE SET number = greatest(e.number, excluded.number)`);
  }
}
