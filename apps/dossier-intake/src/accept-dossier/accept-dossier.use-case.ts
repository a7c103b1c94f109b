import { Inject, Injectable } from '@nestjs/common';
import { accept, type DossierAccepted, refuseUnlessAllowed, type VersionDifference } from '@motcua/dossier-domain';
import { type Reduction, termReduction } from '@motcua/fee-domain';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { officerOf } from '../announce/officer.js';
import { CircumstancesOf } from '../catalogue/circumstances.js';
import { type AnnouncedVersion, decided, Procedures } from '../catalogue/procedures.js';
import type { StoredComponentFile } from '../persistence/dossier-parts.js';
import type { DossierRow, StoredAcceptance } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { keepPapersForReuse } from './keep-papers-for-reuse.js';
import { publishAccepted } from './publish-accepted.js';

export interface Accepted {
  readonly dossier: DossierRow;
  /** Where the version of the submission is no longer the one in force (R14). */
  readonly difference: VersionDifference | null;
}

@Injectable()
export class AcceptDossier {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly circumstances: CircumstancesOf,
    private readonly procedures: Procedures,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The term begins (R3), both due dates are computed and frozen (R14, R17, R18). */
  async execute(
    tx: Tx,
    id: string,
    version: number,
    cashReceiptNumber: string | null,
    actor: Actor,
  ): Promise<Accepted> {
    const {
      dossier: before,
      head,
      files,
    } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.receive', version });
    refuseUnlessAllowed('accept', lifeOf(before));
    const now = this.clock.now();
    const found = await this.circumstances.read(tx, before.procedureCode, [before.competentAgency], now);
    const atSubmission = await this.procedures.version(before.procedureCode, before.procedureVersion, tx);
    const calendar = await found.calendarOf(before.competentAgency);
    const reduction = termReduction({
      procedure: { code: atSubmission.code, field: (found.inForce ?? atSubmission).field.code },
      channel: before.channel,
      agencyAncestors: found.agency(before.competentAgency)?.ancestors ?? [before.competentAgency],
      policies: found.policies,
      acceptedAt: now,
    });
    const fact = accept(lifeOf(before), {
      variant: before.variant,
      attached: files.map(({ component }) => component),
      atSubmission: decided(atSubmission),
      inForce: found.inForce && decided(found.inForce),
      reductionBasisPoints: reduction?.basisPoints ?? 0,
      cashReceiptNumber,
      calendar: calendar.calendar,
      now,
    });
    const acceptance = acceptanceOf(fact, reduction, calendar);
    const dossier = await this.dossiers.keep(tx, before, {
      ...acceptedFields(fact, before),
      acceptedBy: officerOf(actor),
      acceptance,
    });
    const binding = fact.procedureVersion === atSubmission.version ? atSubmission : (found.inForce ?? atSubmission);
    await this.record(tx, dossier, before, fact, files, binding);
    const detail = {
      cashReceiptNumber,
      statutoryDueAt: acceptance.statutoryDueAt,
      promisedDueAt: acceptance.promisedDueAt,
      reduction,
      difference: fact.difference,
    };
    tx.record({ aggregate: id, at: now, actor: actor.subject, action: 'accepted', detail }, head);
    return { dossier, difference: fact.difference };
  }

  private async record(
    tx: Tx,
    dossier: DossierRow,
    before: DossierRow,
    fact: DossierAccepted,
    files: readonly StoredComponentFile[],
    binding: AnnouncedVersion,
  ): Promise<void> {
    await keepPapersForReuse(tx, dossier, binding);
    publishAccepted(tx, dossier, fact, files, binding);
    await this.status.announce(tx, dossier, before.status, 'intake');
  }
}

const acceptedFields = (fact: DossierAccepted, { competentAgency }: DossierRow): Partial<DossierRow> => ({
  status: fact.status,
  statusSince: fact.acceptedAt,
  statusReason: null,
  acceptedAt: fact.acceptedAt,
  cashReceiptNumber: fact.cashReceiptNumber,
  statutoryDueAt: fact.statutoryDueAt,
  promisedDueAt: fact.promisedDueAt,
  holderAgency: competentAgency,
});

const acceptanceOf = (
  fact: DossierAccepted,
  reduction: Reduction | null,
  { code, revision }: { code: string; revision: number },
): StoredAcceptance => ({
  procedureVersion: fact.procedureVersion,
  term: fact.term,
  // A term of the same day cannot be promised sooner.
  reduction: fact.term.unit === 'sameDay' ? null : reduction,
  calendar: { code, revision },
  statutoryDueAt: withOffset(fact.statutoryDueAt),
  promisedDueAt: withOffset(fact.promisedDueAt),
  provisional: fact.provisional,
});
