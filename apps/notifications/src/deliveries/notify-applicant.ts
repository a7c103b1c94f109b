import { Injectable } from '@nestjs/common';
import type { EventEnvelope, Tx } from '@motcua/platform';
import { Applicants } from '../applicants/applicants.js';
import type { KnownDossier } from '../dossiers/dossiers.js';
import { Preferences } from '../preferences/preferences.js';
import { Templates } from '../templates/templates.js';
import { hasChannel, type KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import { renderInApp } from '../render-message/render-in-app.js';
import { DescribeDossier } from './describe-dossier.js';
import { planDeliveries } from './plan-deliveries.js';
import { writeDeliveries } from './write-deliveries.js';

interface News {
  readonly event: EventEnvelope;
  readonly dossier: KnownDossier;
  readonly kind: KindCode;
  readonly data: MessageData;
}

/** Writes the applicant's message and what is to be delivered of it (R19). Nothing is sent here. */
@Injectable()
export class NotifyApplicant {
  constructor(
    private readonly applicants: Applicants,
    private readonly describeDossier: DescribeDossier,
    private readonly preferences: Preferences,
    private readonly templates: Templates,
  ) {}

  async notify(tx: Tx, { event, dossier, kind, data: own }: News): Promise<void> {
    const { applicantRef, submitter } = dossier;
    const data = { at: event.time.toString(), ...(await this.describeDossier.describe(tx, dossier)), ...own };
    const wish = await this.preferences.of(tx, submitter === null ? [applicantRef] : [applicantRef, submitter]);
    const inAppLanguage = wish.language ?? dossier.language ?? 'vi';
    const inApp = hasChannel(kind, 'inApp')
      ? renderInApp(kind, await this.templates.contentOf(kind, tx), data, inAppLanguage)
      : null;
    const contact = await this.applicants.lock(tx, applicantRef);
    const message = {
      eventId: event.id,
      recipient: applicantRef,
      applicantRef,
      subject: submitter,
      kind,
      dossierId: dossier.dossierId,
      dossierCode: dossier.code,
      occurredAt: event.time,
      data,
      mailLanguage: wish.language,
      inAppLanguage,
      inApp,
    };
    await writeDeliveries(tx, message, planDeliveries(kind, wish, contact));
  }
}
