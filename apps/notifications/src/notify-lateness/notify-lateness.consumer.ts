import { Controller } from '@nestjs/common';
import { CaseBecameOverdueV1, CaseDueSoonV1, CaseEscalatedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import type { MessageData } from '../message-kinds/variables.js';
import { type OfficerKind, NotifyOfficer } from '../deliveries/notify-officer.js';

type Concern = CaseBecameOverdueV1 | CaseDueSoonV1 | CaseEscalatedV1;

/** Officers and leaders are told of a due date that draws near or has passed, and of a task that stays open. */
@Controller()
export class NotifyLateness {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly officer: NotifyOfficer,
  ) {}

  @On(CaseDueSoonV1)
  dueSoon(event: EventEnvelope<CaseDueSoonV1>, { tx }: EventContext): Promise<void> {
    return this.notifyAll(tx, event, 'case.due-soon', { dueAt: event.data.dueAt });
  }

  @On(CaseBecameOverdueV1)
  async becameOverdue(event: EventEnvelope<CaseBecameOverdueV1>, { tx }: EventContext): Promise<void> {
    const { kind, dueAt } = event.data;
    // A late step goes before the leaders by an event of its own, and a second supplement is a matter of statistics.
    if (kind === 'processing') await this.notifyAll(tx, event, 'case.overdue', { dueAt });
  }

  @On(CaseEscalatedV1)
  escalated(event: EventEnvelope<CaseEscalatedV1>, { tx }: EventContext): Promise<void> {
    return this.notifyAll(tx, event, 'case.escalated', { reason: event.data.reason });
  }

  private async notifyAll(tx: Tx, event: EventEnvelope<Concern>, kind: OfficerKind, own: MessageData): Promise<void> {
    const { dossierId, step, holder, tell } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { stepName: step?.name ?? null, officerName: holder?.name ?? null, ...own };
    for (const { subject } of tell) await this.officer.notify(tx, event, dossier, { kind, subject, data });
  }
}
