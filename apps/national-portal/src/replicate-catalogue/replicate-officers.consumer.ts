import { Controller } from '@nestjs/common';
import { OfficerChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { keepOfficers } from '../dossiers/officers.js';

@Controller()
export class ReplicateOfficers {
  @On(OfficerChangedV1)
  async replicate({ data }: EventEnvelope<OfficerChangedV1>, { tx }: EventContext): Promise<void> {
    await keepOfficers(tx, [data]);
  }
}
