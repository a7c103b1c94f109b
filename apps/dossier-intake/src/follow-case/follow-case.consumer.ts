import { Controller } from '@nestjs/common';
import {
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseOpenedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  CaseStoppedV1,
  CaseSupplementCompletedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { SupplementRequests } from '../persistence/supplement-requests.js';
import { ApplyCaseFact } from './apply-case-fact.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const atOrNull = (text: string | null): Temporal.Instant | null => (text === null ? null : at(text));

/** From acceptance to `processed` the case decides, and what it says is applied as fact (`architecture.md` 8). */
@Controller()
export class FollowCase {
  constructor(
    private readonly facts: ApplyCaseFact,
    private readonly requests: SupplementRequests,
  ) {}

  @On(CaseOpenedV1)
  async opened({ data }: EventEnvelope<CaseOpenedV1>, { tx }: EventContext): Promise<void> {
    const changes = { holderAgency: data.agency, holderOfficer: null, holderStep: data.firstStep.name };
    await this.facts.apply(tx, {
      dossierId: data.dossierId,
      at: at(data.openedAt),
      action: 'caseOpened',
      detail: { step: data.firstStep },
      changes,
    });
  }

  @On(CaseStartedV1)
  async started({ data }: EventEnvelope<CaseStartedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, startedAt, officer, agency } = data;
    const changes = { holderAgency: agency, holderOfficer: officer.name };
    await this.facts.apply(tx, {
      dossierId,
      at: at(startedAt),
      action: 'caseStarted',
      detail: { officer: officer.subject, agency },
      changes,
      to: 'processing',
    });
  }

  @On(CaseStepChangedV1)
  async stepChanged({ data }: EventEnvelope<CaseStepChangedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, step, agency, officer, agenciesWithTask } = data;
    const changes = {
      holderAgency: agency,
      taskAgencies: agenciesWithTask ?? [],
      holderOfficer: officer?.name ?? null,
      holderStep: step?.name ?? null,
    };
    await this.facts.apply(tx, {
      dossierId,
      at: at(data.at),
      action: 'caseStepChanged',
      detail: { step, agency, officer: officer?.subject ?? null },
      changes,
    });
  }

  @On(CaseSupplementRequestedV1)
  async supplementRequested({ data }: EventEnvelope<CaseSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, items, requestedBy, deadlineAt } = data;
    const requestedAt = at(data.requestedAt);
    await this.requests.add(tx, {
      dossierId,
      number,
      beforeAcceptance: false,
      requestedAt,
      items,
      deadlineAt: at(deadlineAt),
      requestedBy,
    });
    const changes = { supplementCount: number, statusReason: items.map(({ reason }) => reason).join('\n') };
    const detail = { number, items, deadlineAt, requestedBy: requestedBy.subject };
    await this.facts.apply(tx, {
      dossierId,
      at: requestedAt,
      action: 'supplementRequested',
      detail,
      changes,
      to: 'supplementRequired',
    });
  }

  @On(CaseSupplementCompletedV1)
  async supplementCompleted({ data }: EventEnvelope<CaseSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, completedAt, statutoryDueAt, promisedDueAt } = data;
    await this.requests.settle(tx, dossierId, number, { givenAt: at(completedAt), completedAt: at(completedAt) });
    const changes = { statutoryDueAt: at(statutoryDueAt), promisedDueAt: at(promisedDueAt), statusReason: null };
    const detail = { number, statutoryDueAt, promisedDueAt };
    await this.facts.apply(tx, {
      dossierId,
      at: at(completedAt),
      action: 'supplementCompleted',
      detail,
      changes,
      to: 'processing',
    });
  }

  @On(CaseSupplementDeadlineAdjustedV1)
  async supplementDeadlineAdjusted(
    { data }: EventEnvelope<CaseSupplementDeadlineAdjustedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    const { dossierId, number, rule, reason, previousDeadlineAt, deadlineAt } = data;
    await this.requests.moveDeadline(tx, dossierId, number, at(deadlineAt));
    const detail = { number, rule, reason, previousDeadlineAt, deadlineAt };
    await this.facts.apply(tx, {
      dossierId,
      at: at(data.at),
      action: 'supplementDeadlineAdjusted',
      detail,
      changes: {},
    });
  }

  @On(CaseSupplementRejectedV1)
  async supplementRejected({ data }: EventEnvelope<CaseSupplementRejectedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, reason } = data;
    await this.requests.settle(tx, dossierId, number, { rejectedReason: reason });
    await this.facts.apply(tx, {
      dossierId,
      at: at(data.at),
      action: 'supplementRejected',
      detail: { number, reason },
      changes: {},
    });
  }

  @On(CaseDeadlineAdjustedV1)
  async deadlineAdjusted({ data }: EventEnvelope<CaseDeadlineAdjustedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, rule, reason, previous, statutoryDueAt, promisedDueAt } = data;
    const changes = { statutoryDueAt: atOrNull(statutoryDueAt), promisedDueAt: atOrNull(promisedDueAt) };
    const detail = { rule, reason, previous, statutoryDueAt, promisedDueAt };
    await this.facts.apply(tx, { dossierId, at: at(data.at), action: 'deadlineAdjusted', detail, changes });
  }

  @On(CaseStoppedV1)
  async stopped({ data }: EventEnvelope<CaseStoppedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, stoppedAt, reason, by } = data;
    const detail = { reason, by: by?.subject ?? null };
    await this.facts.apply(tx, {
      dossierId,
      at: at(stoppedAt),
      action: 'stopped',
      detail,
      changes: { statusReason: reason, withdrawalAskedAt: null },
      to: 'stopped',
    });
  }

  @On(CaseWithdrawnV1)
  async withdrawn({ data }: EventEnvelope<CaseWithdrawnV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, withdrawnAt, reason } = data;
    await this.facts.apply(tx, {
      dossierId,
      at: at(withdrawnAt),
      action: 'withdrawn',
      detail: { reason },
      changes: { statusReason: reason, withdrawalAskedAt: null },
      to: 'withdrawn',
    });
  }

  @On(CaseWithdrawalRefusedV1)
  async withdrawalRefused({ data }: EventEnvelope<CaseWithdrawalRefusedV1>, { tx }: EventContext): Promise<void> {
    await this.facts.apply(tx, {
      dossierId: data.dossierId,
      at: at(data.at),
      action: 'withdrawalRefused',
      detail: { reason: data.reason },
      changes: { withdrawalAskedAt: null },
    });
  }

  @On(CaseCompletedV1)
  async completed({ data }: EventEnvelope<CaseCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, completedAt, outcome, resultCode } = data;
    const changes = { outcome, statusReason: null, holderOfficer: null, holderStep: null };
    await this.facts.apply(tx, {
      dossierId,
      at: at(completedAt),
      action: 'caseCompleted',
      detail: { outcome, resultCode },
      changes,
      to: 'processed',
    });
  }
}
