import { Inject, Injectable } from '@nestjs/common';
import { DossierSupplementRequestedV1 } from '@motcua/contracts';
import { refuseUnlessAllowed, type Remark, requestSupplement } from '@motcua/dossier-domain';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { officerOf } from '../announce/officer.js';
import { CircumstancesOf } from '../catalogue/circumstances.js';
import { Procedures } from '../catalogue/procedures.js';
import { askedComponents } from '../catalogue/asked-components.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';

@Injectable()
export class RequestSupplement {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly requests: SupplementRequests,
    private readonly procedures: Procedures,
    private readonly circumstances: CircumstancesOf,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before acceptance: the applicant has until the deadline of R9, and the 8 hours of R6 no longer run. */
  async execute(tx: Tx, id: string, version: number, items: readonly Remark[], actor: Actor): Promise<DossierRow> {
    const { dossier: before, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.receive', version });
    refuseUnlessAllowed('requestSupplement', lifeOf(before));
    const now = this.clock.now();
    const found = await this.circumstances.read(tx, before.procedureCode, [before.receivingAgency], now);
    const procedure = await this.procedures.version(before.procedureCode, before.procedureVersion, tx);
    const fact = requestSupplement(lifeOf(before), {
      items,
      components: await askedComponents(tx, this.procedures, before),
      earlierRequests: before.supplementCount,
      supplementTermWorkingDays: procedure.supplementTermWorkingDays,
      calendar: (await found.calendarOf(before.receivingAgency)).calendar,
      now,
    });
    const { number, deadlineAt } = fact;
    const requestedBy = officerOf(actor);
    await this.requests.add(tx, {
      dossierId: id,
      number,
      beforeAcceptance: true,
      requestedAt: now,
      items,
      deadlineAt,
      requestedBy,
    });
    const dossier = await this.dossiers.keep(tx, before, {
      status: fact.status,
      statusSince: now,
      statusReason: items.map(({ reason }) => reason).join('\n'),
      receptionDueAt: null,
      supplementCount: number,
      supplementDeadlineAt: deadlineAt,
    });
    const data = {
      dossierId: id,
      code: dossier.code ?? '',
      applicantRef: dossier.applicantRef,
      number,
      requestedAt: withOffset(now),
      items,
      deadlineAt: withOffset(deadlineAt),
      requestedBy,
    } satisfies DossierSupplementRequestedV1;
    tx.publish({ contract: DossierSupplementRequestedV1, key: id, time: now, data });
    await this.status.announce(tx, dossier, before.status, 'intake');
    tx.record(
      {
        aggregate: id,
        at: now,
        actor: actor.subject,
        action: 'supplementRequested',
        detail: { number, items, deadlineAt: withOffset(deadlineAt) },
      },
      head,
    );
    return dossier;
  }
}
