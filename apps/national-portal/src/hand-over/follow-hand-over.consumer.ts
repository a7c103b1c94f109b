import { Controller } from '@nestjs/common';
import { PortalRequestRefusedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { dossierRefused, requestRefused } from './hand-over-outcomes.js';

/** What intake refused. */
@Controller()
export class FollowHandOver {
  @On(PortalRequestRefusedV1)
  async refused({ data }: EventEnvelope<PortalRequestRefusedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, requestId, code } = data;
    if (requestId === null) await dossierRefused(tx, { dossierId, code });
    else await requestRefused(tx, { dossierId, code, requestId });
  }
}
