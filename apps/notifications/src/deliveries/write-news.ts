import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import type { FileReference, Plain } from '@motcua/contracts';
import type { Language } from '@motcua/kernel';
import { type EventEnvelope, PlatformConfig, type Tx } from '@motcua/platform';
import { Applicants, type ContactState } from '../applicants/applicants.js';
import type { KnownDossier } from '../dossiers/dossiers.js';
import { hasChannel, type KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import { DEFAULT_PREFERENCE } from '../preferences/preference.js';
import { Preferences } from '../preferences/preferences.js';
import { renderInApp } from '../render-message/render-in-app.js';
import { Templates } from '../templates/templates.js';
import { agenciesOf, describeDossier } from './describe-dossier.js';
import { planDeliveries } from './plan-deliveries.js';
import { type NewMessage, writeDeliveries } from './write-deliveries.js';

/** What one person is told of an event. */
export interface News {
  readonly event: EventEnvelope;
  readonly dossier: KnownDossier;
  readonly kind: KindCode;
  readonly data: MessageData;
  readonly recipient: string;
  /** Who is told as applicant; null: as officer. */
  readonly applicantRef: string | null;
  /** Told as one who has a part in the dossier: no mail waits for an address that nobody has asked for. */
  readonly party?: boolean;
  /** Of the token of who reads it in the application, where that is known. */
  readonly subject: string | null;
  /** Whose wishes count: the first who has any. */
  readonly people: readonly string[];
  /** Where nobody wishes for one. */
  readonly language: Language;
  /** Goes along with the mail. */
  readonly attachment?: Plain<FileReference> | null;
}

/** Writes messages and what is to be delivered of them (R19), all that is told in a transaction at once. Nothing is sent here. */
@Injectable()
export class WriteNews {
  constructor(
    private readonly agencies: Agencies,
    private readonly applicants: Applicants,
    private readonly preferences: Preferences,
    private readonly templates: Templates,
    private readonly platform: PlatformConfig,
  ) {}

  async write(tx: Tx, news: News): Promise<void> {
    await tx.batch(this, news, (own, all) => this.writeAll(own, all));
  }

  private async writeAll(tx: Tx, news: readonly News[]): Promise<undefined[]> {
    const kinds = news.flatMap(({ kind }) => (hasChannel(kind, 'inApp') ? [kind] : []));
    const [agencies, wishes, contents, contacts] = await Promise.all([
      this.agencies.findMany([...new Set(news.flatMap(({ dossier }) => agenciesOf(dossier)))], tx),
      this.preferences.of(tx, [...new Set(news.flatMap(({ people }) => people))]),
      this.templates.contentsOf([...new Set(kinds)], tx),
      this.applicants.lock(
        tx,
        news.flatMap(({ applicantRef }) => applicantRef ?? []),
      ),
    ]);
    const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
    const messages = news.map(({ people, language, ...told }): NewMessage => {
      const { event, dossier, kind, applicantRef, party = false } = told;
      const wish = people.flatMap((person) => wishes.get(person) ?? [])[0] ?? DEFAULT_PREFERENCE;
      const described = describeDossier(dossier, byCode, this.platform.publicUrl);
      const data = { at: event.time.toString(), ...described, ...told.data };
      const inAppLanguage = wish.language ?? language;
      const content = contents.get(kind);
      if (hasChannel(kind, 'inApp') && !content) throw new Error(`the template ${kind} is not in the database`);
      return {
        eventId: event.id,
        recipient: told.recipient,
        applicantRef,
        subject: told.subject,
        kind,
        dossierId: dossier.dossierId,
        dossierCode: dossier.code,
        occurredAt: event.time,
        data,
        attachment: told.attachment ?? null,
        mailLanguage: applicantRef === null ? null : wish.language,
        inAppLanguage,
        inApp: content ? renderInApp(kind, content, data, inAppLanguage) : null,
        deliveries: planDeliveries(kind, wish, contactOf(applicantRef, party, contacts)),
      };
    });
    await writeDeliveries(tx, messages);
    return news.map(() => undefined);
  }
}

function contactOf(
  ref: string | null,
  party: boolean,
  contacts: ReadonlyMap<string, ContactState>,
): ContactState | 'none' {
  const contact = ref === null ? 'known' : (contacts.get(ref) ?? 'unknown');
  return party && contact === 'unknown' ? 'none' : contact;
}
