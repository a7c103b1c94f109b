import { Controller } from '@nestjs/common';
import {
  DossierAcceptanceUndoneV1,
  DossierAcceptedV1,
  DossierAgencyMovedV1,
  DossierCorrectedV1,
  DossierFeeDemandedV1,
  DossierRefusedV1,
  DossierReturnedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  DossierSupplementCancelledV1,
  DossierSupplementCompletedV1,
  DossierSupplementExpiredV1,
  DossierSupplementRequestedV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { DossierFacts, type HeardMove } from '../dossiers/dossier-facts.js';
import type { Facts } from '../record/facts.js';
import { handOverAgain, linkToTyped } from './received-here.js';
import {
  learnAcceptance,
  learnAgencyMoved,
  learnAcceptanceUndone,
  learnClosed,
  learnCorrection,
  learnDemand,
  learnGiven,
  learnGivenFiles,
  learnHolder,
  learnOfficer,
  learnStatus,
  learnSubmission,
  learnSupplement,
  untilAsked,
} from '../record/learn.js';

/** A portal-born dossier's submission happened at the portal, which needs no line about it. */
const isTheirs = ({ submission }: Facts, { from, to }: DossierStatusChangedV1): boolean =>
  submission !== null && submission.portalCode !== null && from === 'draft' && to === 'registered';

/** What intake says of a dossier, from the submission to the return. */
@Controller()
export class FollowIntake {
  constructor(private readonly dossiers: DossierFacts) {}

  @On(DossierSubmittedV1)
  async submitted({ data }: EventEnvelope<DossierSubmittedV1>, { tx }: EventContext): Promise<void> {
    const { code, portalCode, procedureCode, procedureVersion, procedureName, channel, receivingAgency } = data;
    const submission = {
      code,
      portalCode,
      procedureCode,
      procedureVersion,
      procedureName,
      channel,
      receivingAgency,
      at: data.submittedAt,
      applicantKind: data.applicantKind ?? 'other',
      deliveryMethod: data.deliveryMethod ?? 'counter',
      feeLines: data.feeLines,
      files: data.files ?? [],
      populationDataUsed: data.populationDataUsed ?? false,
    };
    if (portalCode !== null) await linkToTyped(tx, { dossierId: data.dossierId, portalCode });
    await this.dossiers.learn(tx, data.dossierId, (facts) => learnSubmission(facts, submission));
  }

  @On(DossierStatusChangedV1)
  async moved({ data }: EventEnvelope<DossierStatusChangedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to, at, holder, reason, dueAt, receptionDueAt } = data;
    if (from === 'paymentRequired' && to === 'registered') await handOverAgain(tx, dossierId);
    await this.dossiers.learn(
      tx,
      dossierId,
      (facts) => learnHolder(learnStatus(facts, to, at), holder.agency, holder.agencyName, at),
      (facts): HeardMove | null =>
        isTheirs(facts, data)
          ? null
          : {
              from,
              to,
              at,
              officer: holder.officerName ?? facts.lastOfficer?.name ?? null,
              agency: holder.agency,
              agencyName: holder.agencyName,
              reason,
              dueAt: dueAt ?? receptionDueAt,
            },
    );
  }

  @On(DossierAcceptedV1)
  async accepted({ data }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    const {
      acceptedAt: at,
      acceptedBy: by,
      procedureVersion,
      procedureName,
      promisedDueAt,
      results,
      files,
      furtherPapers,
    } = data;
    const populationDataUsed = data.populationDataUsed ?? false;
    const papers = { files, furtherPapers };
    const acceptance = {
      at,
      by,
      procedureVersion,
      procedureName,
      promisedDueAt,
      populationDataUsed,
      results,
      ...papers,
    };
    await this.dossiers.learn(tx, data.dossierId, (facts) => learnAcceptance(facts, acceptance));
  }

  @On(DossierAcceptanceUndoneV1)
  async acceptanceUndone({ data }: EventEnvelope<DossierAcceptanceUndoneV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, undoneBy, undoneAt } = data;
    await this.dossiers.learn(tx, dossierId, (facts) => learnOfficer(learnAcceptanceUndone(facts), undoneBy, undoneAt));
  }

  @On(DossierCorrectedV1)
  async corrected({ data }: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const { applicantKind, deliveryMethod, receivingAgency, feeLines } = data;
    const correction = { applicantKind, deliveryMethod, receivingAgency, feeLines };
    await this.dossiers.learn(tx, data.dossierId, (facts) =>
      learnOfficer(learnCorrection(facts, correction), data.correctedBy, data.correctedAt),
    );
  }

  @On(DossierAgencyMovedV1)
  async agencyMoved({ data }: EventEnvelope<DossierAgencyMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to, movedAt } = data;
    await this.dossiers.learn(tx, dossierId, (facts) => learnAgencyMoved(facts, from, to, movedAt));
  }

  @On(DossierFeeDemandedV1)
  async feeDemanded({ data }: EventEnvelope<DossierFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    const { demandedAt: at, lines } = data.demand;
    await this.dossiers.learn(tx, data.dossierId, (facts) => learnDemand(facts, { by: 'office', at, lines }));
  }

  @On(DossierSupplementRequestedV1)
  async asked({ data }: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, requestedAt, requestedBy, items } = data;
    await this.dossiers.learn(tx, dossierId, (facts) =>
      learnOfficer(
        learnSupplement(facts, { number, requestedAt, requestedBy: requestedBy.name, items }),
        requestedBy,
        requestedAt,
      ),
    );
  }

  @On(DossierSupplementCancelledV1)
  async cancelled({ data }: EventEnvelope<DossierSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, cancelledAt } = data;
    await this.dossiers.learn(tx, dossierId, (facts) => learnClosed(facts, number, cancelledAt));
  }

  @On(DossierSupplementCompletedV1)
  async given({ data }: EventEnvelope<DossierSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, completedAt, afterAcceptance, files } = data;
    // After acceptance the case decides whether that ends the wait.
    await this.dossiers.learnAfter(tx, dossierId, untilAsked(number), (facts) => {
      const withFiles = learnGivenFiles(facts, number, files);
      return afterAcceptance ? withFiles : learnGiven(withFiles, number, completedAt, null);
    });
  }

  @On(DossierSupplementExpiredV1)
  async expired({ data }: EventEnvelope<DossierSupplementExpiredV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, expiredAt } = data;
    await this.dossiers.learnAfter(tx, dossierId, untilAsked(number), (facts) => learnClosed(facts, number, expiredAt));
  }

  @On(DossierRefusedV1)
  async refused({ data }: EventEnvelope<DossierRefusedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, refusedBy, refusedAt } = data;
    if (refusedBy) await this.dossiers.learn(tx, dossierId, (facts) => learnOfficer(facts, refusedBy, refusedAt));
  }

  @On(DossierReturnedV1)
  async returned({ data }: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.learn(tx, data.dossierId, (facts) => learnOfficer(facts, data.returnedBy, data.returnedAt));
  }
}
