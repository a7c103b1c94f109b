import { Inject, Injectable } from '@nestjs/common';
import { DossierSupplementCompletedV1 } from '@motcua/contracts';
import { completeSupplement, refuseUnlessAllowed, type SupplementCompleted } from '@motcua/dossier-domain';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { CircumstancesOf } from '../catalogue/circumstances.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { Procedures } from '../catalogue/procedures.js';
import type { StoredComponentFile } from '../persistence/dossier-parts.js';
import { componentFileOf } from '../persistence/component-file.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';
import { refuseGiven } from './refuse-given.js';

export interface SupplementGiven {
  readonly dossier: DossierRow;
  /** The case decides, and its outcome shows later. */
  readonly afterAcceptance: boolean;
}

@Injectable()
export class CompleteSupplement {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly requests: SupplementRequests,
    private readonly procedures: Procedures,
    private readonly circumstances: CircumstancesOf,
    private readonly forms: FormChecker,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    id: string,
    number: number,
    version: number,
    formData: Record<string, unknown> | undefined,
    actor: Actor,
  ): Promise<SupplementGiven> {
    const {
      dossier: before,
      head,
      files,
    } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.submit', version });
    const request = await this.requests.find(tx, id, number);
    refuseUnlessAllowed('completeSupplement', lifeOf(before));
    await refuseGiven(tx, this.requests, before, number);
    const now = this.clock.now();
    const found = await this.circumstances.read(tx, before.procedureCode, [before.receivingAgency], now);
    const procedure = await this.procedures.version(before.procedureCode, before.procedureVersion, tx);
    const given = files.filter(({ supplement }) => supplement === number);
    const fact = completeSupplement(lifeOf(before), {
      channel: before.channel,
      request,
      attachedSince: given.map(({ component }) => component),
      formFaults: formData === undefined ? [] : this.forms.check(procedure, formData),
      calendar: (await found.calendarOf(before.receivingAgency)).calendar,
      now,
    });
    await this.requests.settle(tx, id, number, { givenAt: now, completedAt: fact.afterAcceptance ? null : now });
    const dossier = await this.dossiers.keep(tx, before, { ...movedBy(fact), formData: formData ?? before.formData });
    publishCompleted(tx, dossier, fact, given);
    if (!fact.afterAcceptance) await this.status.announce(tx, dossier, before.status, 'intake');
    const detail = {
      number,
      files: given.map(({ component, sha256 }) => ({ component, sha256 })),
      formDataChanged: formData !== undefined,
    };
    tx.record(
      {
        aggregate: id,
        at: now,
        actor: actor.subject,
        action: fact.afterAcceptance ? 'supplementGiven' : 'supplementCompleted',
        detail,
      },
      head,
    );
    return { dossier, afterAcceptance: fact.afterAcceptance };
  }
}

const movedBy = (fact: SupplementCompleted): Partial<DossierRow> =>
  fact.afterAcceptance
    ? {}
    : {
        status: fact.status,
        statusSince: fact.completedAt,
        statusReason: null,
        receptionDueAt: fact.receptionDueAt,
        supplementDeadlineAt: null,
      };

function publishCompleted(
  tx: Tx,
  { id, code, channel }: DossierRow,
  { number, completedAt, afterAcceptance }: SupplementCompleted,
  given: readonly StoredComponentFile[],
): void {
  const data = {
    dossierId: id,
    code: code ?? '',
    number,
    completedAt: withOffset(completedAt),
    afterAcceptance,
    files: given.map(componentFileOf(channel)),
  } satisfies DossierSupplementCompletedV1;
  tx.publish({ contract: DossierSupplementCompletedV1, key: id, time: completedAt, data });
}
