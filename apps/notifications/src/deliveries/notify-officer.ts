import { Injectable } from '@nestjs/common';
import type { EventEnvelope, Tx } from '@motcua/platform';
import type { KnownDossier } from '../dossiers/dossiers.js';
import type { MessageData } from '../message-kinds/variables.js';
import { WriteNews } from './write-news.js';

/** What an officer is told, in the application. */
export type OfficerKind =
  | 'task.assigned'
  | 'case.due-soon'
  | 'case.overdue'
  | 'case.escalated'
  | 'case.supplement-completed'
  | 'case.supplement-part-given'
  | 'case.withdrawn'
  | 'dossier.message-from-applicant'
  | 'dossier.receipt-unconfirmed';

interface OfficerNews {
  readonly kind: OfficerKind;
  readonly subject: string;
  readonly data: MessageData;
}

/** Tells an officer, in the application, of a task that is theirs now, or of a case that needs them. */
@Injectable()
export class NotifyOfficer {
  constructor(private readonly news: WriteNews) {}

  notify(tx: Tx, event: EventEnvelope, dossier: KnownDossier, { kind, subject, data }: OfficerNews): Promise<void> {
    return this.news.write(tx, {
      ...{ event, dossier, kind, data, subject },
      recipient: subject,
      applicantRef: null,
      people: [subject],
      language: 'vi',
    });
  }
}
