import { Controller } from '@nestjs/common';
import { DossierSupplementRequestedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

interface EarlierSupplement {
  readonly dossierId: string;
  /** The highest. */
  readonly number: number;
}

const keepNumbers = copiesIn(
  rowTable<EarlierSupplement>('earlier_supplement', { dossierId: 'key', number: 'plain' }),
  'number',
);

/**
 * Requests are numbered through a dossier's whole life, and a second one counts against the agency (R10).
 * @rule R10
 */
@Controller()
export class CountSupplementsBeforeAcceptance {
  @On(DossierSupplementRequestedV1)
  async count({ data }: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await keepNumbers(tx, [data]);
  }
}
