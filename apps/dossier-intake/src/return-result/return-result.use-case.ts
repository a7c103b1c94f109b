import { Inject, Injectable } from '@nestjs/common';
import { DossierReturnedV1 } from '@motcua/contracts';
import { type DeliveryMethod, returnResult } from '@motcua/dossier-domain';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { officerOf } from '../announce/officer.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';

@Injectable()
export class ReturnResult {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** R16: not before a fee due before return is paid. */
  async execute(
    tx: Tx,
    id: string,
    version: number,
    how: { method: DeliveryMethod; trackingNumber: string | null },
    actor: Actor,
  ): Promise<DossierRow> {
    const { dossier: before, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.return', version });
    const now = this.clock.now();
    const { status, method, trackingNumber } = returnResult(lifeOf(before), {
      ...how,
      unpaidBeforeReturn: before.unpaidBeforeReturn,
      now,
    });
    const by = officerOf(actor);
    const returnedAt = withOffset(now);
    const dossier = await this.dossiers.keep(tx, before, {
      status,
      statusSince: now,
      statusReason: null,
      holderAgency: before.receivingAgency,
      holderOfficer: null,
      holderStep: null,
      returned: { at: returnedAt, method, trackingNumber, by },
    });
    const { code, applicantRef } = dossier;
    const data = {
      dossierId: id,
      code: code ?? '',
      applicantRef,
      returnedAt,
      method,
      trackingNumber,
      returnedBy: by,
    } satisfies DossierReturnedV1;
    tx.publish({ contract: DossierReturnedV1, key: id, time: now, data });
    await this.status.announce(tx, dossier, before.status, 'intake');
    tx.record(
      { aggregate: id, at: now, actor: actor.subject, action: 'returned', detail: { method, trackingNumber } },
      head,
    );
    return dossier;
  }
}
