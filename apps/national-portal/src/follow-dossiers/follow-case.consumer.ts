import { Controller } from '@nestjs/common';
import {
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStepChangedV1,
  CaseSupplementCancelledV1,
  CaseSupplementCompletedV1,
  CaseSupplementRequestedV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { DossierFacts } from '../dossiers/dossier-facts.js';
import type { Facts } from '../record/facts.js';
import {
  learnClosed,
  learnDemand,
  learnDue,
  learnGiven,
  learnHolder,
  learnOfficer,
  learnResult,
  learnRevocation,
  learnSupplement,
  untilAccepted,
} from '../record/learn.js';

/** What the case says: its supplements, due dates, results, and who holds it. Every status comes from intake. */
@Controller()
export class FollowCase {
  constructor(private readonly dossiers: DossierFacts) {}

  @On(CaseStepChangedV1)
  async stepChanged({ data }: EventEnvelope<CaseStepChangedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, agency, officer, at } = data;
    await this.learn(tx, dossierId, (facts) => {
      const held = learnHolder(facts, agency, null, at);
      return officer ? learnOfficer(held, officer, at) : held;
    });
  }

  @On(CaseSupplementRequestedV1)
  async asked({ data }: EventEnvelope<CaseSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, requestedAt, requestedBy, items } = data;
    await this.learn(tx, dossierId, (facts) =>
      learnSupplement(facts, { number, requestedAt, requestedBy: requestedBy.name, items }),
    );
  }

  @On(CaseSupplementCompletedV1)
  async given({ data }: EventEnvelope<CaseSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, completedAt, promisedDueAt } = data;
    await this.learn(tx, dossierId, (facts) =>
      learnDue(learnGiven(facts, number, completedAt, promisedDueAt), promisedDueAt),
    );
  }

  @On(CaseSupplementCancelledV1)
  async cancelled({ data }: EventEnvelope<CaseSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, cancelledAt, promisedDueAt } = data;
    await this.learn(tx, dossierId, (facts) => learnDue(learnClosed(facts, number, cancelledAt), promisedDueAt));
  }

  @On(CaseDeadlineAdjustedV1)
  async deadlineAdjusted({ data }: EventEnvelope<CaseDeadlineAdjustedV1>, { tx }: EventContext): Promise<void> {
    await this.learn(tx, data.dossierId, (facts) => learnDue(facts, data.promisedDueAt));
  }

  @On(CaseFeeDemandedV1)
  async feeDemanded({ data }: EventEnvelope<CaseFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    const { demandedAt: at, lines } = data.demand;
    await this.learn(tx, data.dossierId, (facts) => learnDemand(facts, { by: 'case', at, lines }));
  }

  @On(CaseResultIssuedV1)
  async issued({ data }: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, resultCode: code, decision, name, number, issuedAt, file } = data;
    const { sha256, size, mediaType, name: fileName } = file;
    const result = { code, decision, name, number, issuedAt, sha256, size, mediaType, fileName };
    await this.learn(tx, dossierId, (facts) => learnResult(facts, result));
  }

  @On(CaseResultRevokedV1)
  async revoked({ data }: EventEnvelope<CaseResultRevokedV1>, { tx }: EventContext): Promise<void> {
    await this.learn(tx, data.dossierId, (facts) => learnRevocation(facts, data.sha256));
  }

  private learn(tx: Tx, dossierId: string, change: (facts: Facts) => Facts): Promise<void> {
    return this.dossiers.learnAfter(tx, dossierId, untilAccepted, change);
  }
}
