import { Controller } from '@nestjs/common';
import { PortalRequestRefusedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const REFUSE_DOSSIER = `
  UPDATE received_dossier SET state = 'refused', refusal = $2, version = version + 1 WHERE dossier_id = $1 AND state = 'handedOver'`;
const REFUSE_REQUEST = `
  UPDATE received_request SET state = 'refused', refusal = $2, version = version + 1
  WHERE dossier_id = $1 AND request_id = $3 AND state = 'handedOver'`;

/** What intake refused is shown to an officer. */
@Controller()
export class FollowHandOver {
  @On(PortalRequestRefusedV1)
  async refused({ data }: EventEnvelope<PortalRequestRefusedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, requestId, code } = data;
    if (requestId === null) await tx.query(REFUSE_DOSSIER, [dossierId, code]);
    else await tx.query(REFUSE_REQUEST, [dossierId, code, requestId]);
  }
}
