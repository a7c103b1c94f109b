import { Controller } from '@nestjs/common';
import {
  DossierAcceptanceUndoneV1,
  DossierAcceptedV1,
  DossierAgencyMovedV1,
  DossierCorrectedV1,
  DossierFeeDemandedV1,
  DossierRefusedV1,
  DossierReturnedV1,
  DossierReturnUndoneV1,
  DossierSubmittedV1,
  DossierSupplementCancelledV1,
  DossierSupplementCompletedV1,
  DossierSupplementRequestedV1,
  DossierWithdrawnV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { papersGiven } from '@motcua/reporting-domain';
import { requiredPapers } from '../persistence/required-papers.js';
import { Dossiers } from '../persistence/dossiers.js';
import { isOwed } from './is-owed.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** What intake tells of a dossier. */
@Controller()
export class FollowDossier {
  constructor(private readonly dossiers: Dossiers) {}

  @On(DossierSubmittedV1)
  async submitted({ data, time }: EventEnvelope<DossierSubmittedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, code, procedureCode, channel, receivingAgency, competentAgency, submittedAt, feeLines } = data;
    // Only what comes to a counter or by post comes on paper.
    const onPaper = channel === 'online' ? [] : await requiredPapers(tx, data);
    await this.dossiers.add(
      tx,
      {
        dossierId,
        code,
        procedureCode,
        procedureVersion: data.procedureVersion,
        channel,
        receivingAgency,
        competentAgency,
        submittedAt: instant(submittedAt),
        acceptedAt: null,
        refusedAt: null,
        withdrawnAt: null,
        stoppedAt: null,
        processedAt: null,
        returnedAt: null,
        slipDueAt: null,
        dueAt: null,
        pausedSince: null,
        supplementRequests: 0,
        supplementOpenSince: null,
        owesFee: isOwed(feeLines),
        feeArose: false,
        paidOnline: false,
        resultDue: true,
        resultsInForce: [],
        populationData: data.populationDataUsed ?? false,
        requiredPapers: onPaper,
        ...papersGiven({ electronicPapers: [], reused: false, fromCitizenStore: false }, data.files ?? []),
      },
      time,
    );
  }

  @On(DossierAcceptedV1)
  async accepted({ data, time }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    const promised = instant(data.promisedDueAt);
    await this.dossiers.change(tx, data.dossierId, time, (dossier) => ({
      ...papersGiven(dossier, data.files),
      resultDue: data.results.length > 0,
      acceptedAt: instant(data.acceptedAt),
      ...(data.populationDataUsed === true && { populationData: true }),
      slipDueAt: promised,
      dueAt: promised,
      supplementOpenSince: null,
    }));
  }

  @On(DossierAcceptanceUndoneV1)
  async acceptanceUndone(
    { data, time }: EventEnvelope<DossierAcceptanceUndoneV1>,
    { tx }: EventContext,
  ): Promise<void> {
    const none = { acceptedAt: null, slipDueAt: null, dueAt: null, pausedSince: null };
    await this.dossiers.change(tx, data.dossierId, time, () => none);
  }

  @On(DossierRefusedV1)
  async refused({ data, time }: EventEnvelope<DossierRefusedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({ refusedAt: instant(data.refusedAt) }));
  }

  @On(DossierSupplementRequestedV1)
  async asked({ data, time }: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({
      supplementRequests: data.number,
      supplementOpenSince: instant(data.requestedAt),
    }));
  }

  // After acceptance the case says whether it took what was given.
  @On(DossierSupplementCancelledV1)
  async cancelled({ data, time }: EventEnvelope<DossierSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({ supplementOpenSince: null }));
  }

  @On(DossierSupplementCompletedV1)
  async given({ data, time }: EventEnvelope<DossierSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, (dossier) => ({
      ...papersGiven(dossier, data.files),
      ...(!data.afterAcceptance && { supplementOpenSince: null }),
    }));
  }

  @On(DossierWithdrawnV1)
  async withdrawn({ data, time }: EventEnvelope<DossierWithdrawnV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({ withdrawnAt: instant(data.withdrawnAt) }));
  }

  @On(DossierReturnedV1)
  async returned({ data, time }: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({ returnedAt: instant(data.returnedAt) }));
  }

  @On(DossierReturnUndoneV1)
  async returnUndone({ data, time }: EventEnvelope<DossierReturnUndoneV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.change(tx, data.dossierId, time, () => ({ returnedAt: null }));
  }

  @On(DossierFeeDemandedV1)
  async demanded({ data, time }: EventEnvelope<DossierFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    if (isOwed(data.demand.lines)) await this.dossiers.change(tx, data.dossierId, time, () => ({ feeArose: true }));
  }

  @On(DossierCorrectedV1)
  async corrected({ data, time }: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, variant, receivingAgency, competentAgency, feeLines } = data;
    const now = { receivingAgency, competentAgency, owesFee: isOwed(feeLines) };
    await this.dossiers.changeVariant(tx, dossierId, time, variant, () => now);
  }

  @On(DossierAgencyMovedV1)
  async moved({ data, time }: EventEnvelope<DossierAgencyMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to } = data;
    await this.dossiers.change(tx, dossierId, time, ({ receivingAgency, competentAgency }) => ({
      receivingAgency: receivingAgency === from ? to : receivingAgency,
      competentAgency: competentAgency === from ? to : competentAgency,
    }));
  }
}
