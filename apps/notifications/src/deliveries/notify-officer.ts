import { Injectable } from '@nestjs/common';
import type { EventEnvelope, Tx } from '@motcua/platform';
import type { KnownDossier } from '../dossiers/dossiers.js';
import { Preferences } from '../preferences/preferences.js';
import { Templates } from '../templates/templates.js';
import type { MessageData } from '../message-kinds/variables.js';
import { renderInApp } from '../render-message/render-in-app.js';
import { DescribeDossier } from './describe-dossier.js';
import { planDeliveries } from './plan-deliveries.js';
import { writeDeliveries } from './write-deliveries.js';

/** What an officer is told, in the application. */
export type OfficerKind = 'task.assigned' | 'case.due-soon' | 'case.overdue' | 'case.escalated';

interface OfficerNews {
  readonly kind: OfficerKind;
  readonly subject: string;
  readonly data: MessageData;
}

/** Tells an officer, in the application, of a task that is theirs now, or of a case that needs them. */
@Injectable()
export class NotifyOfficer {
  constructor(
    private readonly describeDossier: DescribeDossier,
    private readonly preferences: Preferences,
    private readonly templates: Templates,
  ) {}

  async notify(
    tx: Tx,
    event: EventEnvelope,
    dossier: KnownDossier,
    { kind, subject, data: own }: OfficerNews,
  ): Promise<void> {
    const data = { at: event.time.toString(), ...(await this.describeDossier.describe(tx, dossier)), ...own };
    const wish = await this.preferences.of(tx, [subject]);
    const inAppLanguage = wish.language ?? 'vi';
    const message = {
      eventId: event.id,
      recipient: subject,
      applicantRef: null,
      subject,
      kind,
      dossierId: dossier.dossierId,
      dossierCode: dossier.code,
      occurredAt: event.time,
      data,
      mailLanguage: null,
      inAppLanguage,
      inApp: renderInApp(kind, await this.templates.contentOf(kind, tx), data, inAppLanguage),
    } as const;
    await writeDeliveries(tx, message, planDeliveries(kind, wish, 'known'));
  }
}
