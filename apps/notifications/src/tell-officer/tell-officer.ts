import { Inject, Injectable } from '@nestjs/common';
import type { EventEnvelope, Tx } from '@motcua/platform';
import type { KnownDossier } from '../keep-dossiers/dossiers.js';
import { Preferences } from '../keep-preferences/preferences.js';
import { Templates } from '../keep-templates/templates.js';
import type { MessageData } from '../message-kinds/variables.js';
import { renderInApp } from '../render-message/render-in-app.js';
import { DescribeDossier } from '../tell-applicant/describe-dossier.js';
import { planDeliveries } from '../tell-applicant/plan-deliveries.js';
import { writeDeliveries } from '../tell-applicant/write-deliveries.js';

const KIND = 'task.assigned';

/** Tells an officer, in the application, of the task that is theirs now. */
@Injectable()
export class TellOfficer {
  constructor(
    @Inject(DescribeDossier) private readonly describeDossier: DescribeDossier,
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  async tell(tx: Tx, event: EventEnvelope, dossier: KnownDossier, subject: string, own: MessageData): Promise<void> {
    const data = { at: event.time.toString(), ...(await this.describeDossier.describe(tx, dossier)), ...own };
    const wish = await this.preferences.of(tx, [subject]);
    const inAppLanguage = wish.language ?? 'vi';
    const message = {
      eventId: event.id,
      recipient: subject,
      applicantRef: null,
      subject,
      kind: KIND,
      dossierId: dossier.dossierId,
      dossierCode: dossier.code,
      occurredAt: event.time,
      data,
      mailLanguage: null,
      inAppLanguage,
      inApp: renderInApp(KIND, await this.templates.contentOf(KIND, tx), data, inAppLanguage),
    } as const;
    await writeDeliveries(tx, message, planDeliveries(KIND, wish, 'known'));
  }
}
