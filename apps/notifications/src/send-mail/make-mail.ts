import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { downloadName, FileStore, openEnvelope, SealingConfig } from '@motcua/platform';
import { readContact } from '../applicants/contact.js';
import { Templates } from '../templates/templates.js';
import { renderMail } from '../render-message/render-mail.js';
import { isMailAddress } from '@motcua/kernel';
import type { MailAttachment, OutgoingMail } from './mail-sender.js';
import type { ClaimedMail } from './outbound-mail.js';

export type MadeMail =
  | { readonly is: 'made'; readonly mail: OutgoingMail }
  | { readonly is: 'notSent'; readonly reason: 'applicantErased' | 'noAddress' }
  | { readonly is: 'failed'; readonly reason: 'addressInvalid' };

/** Unseals the contact, for as long as the mail is in hand, and writes the letter. */
@Injectable()
export class MakeMail {
  constructor(
    private readonly sealing: SealingConfig,
    private readonly templates: Templates,
    private readonly files: FileStore,
  ) {}

  /** @throws Error when the contact cannot be unsealed, a template not be rendered, or its file is not there */
  async make({ id, kind, data, attachment, sealed, wrappedKey, ...delivery }: ClaimedMail): Promise<MadeMail> {
    if (sealed === null || wrappedKey === null) return { is: 'notSent', reason: 'applicantErased' };
    const contact = readContact(openEnvelope(this.sealing.sealingKey, { sealed, wrappedKey }));
    if (contact.email === null) return { is: 'notSent', reason: 'noAddress' };
    if (!isMailAddress(contact.email)) return { is: 'failed', reason: 'addressInvalid' };
    const language = delivery.language ?? contact.language;
    const contents = await this.templates.contentsOf([kind, 'letter']);
    const [message, letter] = [contents.get(kind), contents.get('letter')];
    if (!message || !letter) throw new Error(`the template ${kind} is not in the database`);
    const rendered = renderMail(kind, { message, letter }, { ...data, fullName: contact.fullName }, language);
    const to = { name: contact.fullName, address: contact.email };
    return { is: 'made', mail: { id, to, language, ...rendered, attachment: await this.attached(attachment) } };
  }

  private async attached(file: ClaimedMail['attachment']): Promise<MailAttachment | null> {
    if (file === null) return null;
    const { sha256, mediaType, name } = file;
    return { name: downloadName(name, mediaType), mediaType, content: await buffer(await this.files.open(sha256)) };
  }
}
