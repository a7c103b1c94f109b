import { Controller, Inject } from '@nestjs/common';
import { OfficerChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Officers } from '../dossiers/officers.js';

@Controller()
export class ReplicateOfficers {
  constructor(@Inject(Officers) private readonly officers: Officers) {}

  @On(OfficerChangedV1)
  async replicate({ data }: EventEnvelope<OfficerChangedV1>, { tx }: EventContext): Promise<void> {
    await this.officers.replicate(tx, data);
  }
}
