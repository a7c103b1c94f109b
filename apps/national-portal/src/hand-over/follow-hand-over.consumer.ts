import { Controller } from '@nestjs/common';
import { PortalRequestRefusedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { DossierFacts } from '../dossiers/dossier-facts.js';
import { learnDeclined } from '../record/learn.js';
import { declinedMove, reasonOf } from './declined.js';
import { dossierRefused, requestRefused } from './hand-over-outcomes.js';

/** An office has typed it: that dossier is this one, and has a status of its own. */
const CODE_TAKEN = 'DOSSIER.PORTAL_CODE_TAKEN';

/** What intake refused: an officer sees it, and the portal is told of a dossier that was not taken in, with the reason (R21). */
@Controller()
export class FollowHandOver {
  constructor(private readonly dossiers: DossierFacts) {}

  @On(PortalRequestRefusedV1)
  async refused({ data }: EventEnvelope<PortalRequestRefusedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, requestId, code, at } = data;
    if (requestId !== null) return requestRefused(tx, { dossierId, code, requestId });
    const portalCode = await dossierRefused(tx, { dossierId, code });
    if (portalCode === undefined || code === CODE_TAKEN) return;
    const declined = { portalCode, reason: reasonOf(code), at };
    await this.dossiers.learn(
      tx,
      dossierId,
      (facts) => learnDeclined(facts, declined),
      ({ submission }) => (submission ? null : declinedMove(declined)),
    );
  }
}
