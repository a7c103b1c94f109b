import { Controller } from '@nestjs/common';
import {
  CaseAcceptanceUndoneV1,
  CaseApologisedV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseOpenedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  CaseStoppedV1,
  CaseSupplementCancelledV1,
  CaseSupplementCompletedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { APPLY_CASE_FACT } from './apply-case-fact.js';
import * as facts from './case-facts.js';
import { UNDO_ACCEPTANCE } from './undo-acceptance.js';

interface OfDossier {
  readonly dossierId: string;
}

/** Each event of the case, and the fact that it is for its dossier. */
@Controller()
export class FollowCase {
  constructor(private readonly dossiers: Dossiers) {}

  @On(CaseOpenedV1)
  opened({ data }: EventEnvelope<CaseOpenedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.opened(data));
  }

  @On(CaseStartedV1)
  started({ data }: EventEnvelope<CaseStartedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.started(data));
  }

  @On(CaseStepChangedV1)
  stepChanged({ data }: EventEnvelope<CaseStepChangedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.stepChanged(data));
  }

  @On(CaseSupplementRequestedV1)
  supplementRequested({ data }: EventEnvelope<CaseSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.supplementRequested(data));
  }

  @On(CaseSupplementCompletedV1)
  supplementCompleted({ data }: EventEnvelope<CaseSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.supplementCompleted(data));
  }

  @On(CaseSupplementCancelledV1)
  supplementCancelled({ data }: EventEnvelope<CaseSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.supplementCancelled(data));
  }

  @On(CaseSupplementDeadlineAdjustedV1)
  supplementDeadlineAdjusted(
    { data }: EventEnvelope<CaseSupplementDeadlineAdjustedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    return this.apply(tx, data, facts.supplementDeadlineAdjusted(data));
  }

  @On(CaseSupplementRejectedV1)
  supplementRejected({ data }: EventEnvelope<CaseSupplementRejectedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.supplementRejected(data));
  }

  @On(CaseDeadlineAdjustedV1)
  deadlineAdjusted({ data }: EventEnvelope<CaseDeadlineAdjustedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.deadlineAdjusted(data));
  }

  @On(CaseFeeDemandedV1)
  feeDemanded({ data }: EventEnvelope<CaseFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.feeDemanded(data));
  }

  @On(CaseAcceptanceUndoneV1)
  async acceptanceUndone({ data }: EventEnvelope<CaseAcceptanceUndoneV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, undoneAt, reason, by } = data;
    const at = Temporal.Instant.from(undoneAt);
    await this.dossiers.apply(tx, UNDO_ACCEPTANCE, { id, at, reason, by });
  }

  @On(CaseApologisedV1)
  apologised({ data }: EventEnvelope<CaseApologisedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.apologised(data));
  }

  @On(CaseStoppedV1)
  stopped({ data }: EventEnvelope<CaseStoppedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.stopped(data));
  }

  @On(CaseWithdrawnV1)
  withdrawn({ data }: EventEnvelope<CaseWithdrawnV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.withdrawn(data));
  }

  @On(CaseWithdrawalRefusedV1)
  withdrawalRefused({ data }: EventEnvelope<CaseWithdrawalRefusedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.withdrawalRefused(data));
  }

  @On(CaseResultIssuedV1)
  resultIssued({ data }: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.resultIssued(data));
  }

  @On(CaseResultRevokedV1)
  resultRevoked({ data }: EventEnvelope<CaseResultRevokedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.resultRevoked(data));
  }

  @On(CaseCompletedV1)
  completed({ data }: EventEnvelope<CaseCompletedV1>, { tx }: EventContext): Promise<void> {
    return this.apply(tx, data, facts.completed(data));
  }

  private async apply(tx: Tx, { dossierId }: OfDossier, { at, ...fact }: facts.Fact): Promise<void> {
    await this.dossiers.apply(tx, APPLY_CASE_FACT, { ...fact, id: dossierId, at: Temporal.Instant.from(at) });
  }
}
