import type { SendMailOptions } from 'nodemailer';
import { headerText } from './address.js';
import type { OutgoingMail } from './mail-sender.js';

export interface From {
  readonly name: string;
  readonly address: string;
}

/** The Message-ID follows from the delivery, so that who receives a mail twice can tell. */
export const messageIdOf = (deliveryId: string, { address }: From): string =>
  `<${deliveryId}@${address.slice(address.lastIndexOf('@') + 1)}>`;

export const messageOf = (mail: OutgoingMail, from: From): SendMailOptions => ({
  from: { name: headerText(from.name), address: from.address },
  to: { name: headerText(mail.to.name), address: mail.to.address },
  subject: headerText(mail.subject),
  messageId: messageIdOf(mail.id, from),
  text: mail.text,
  html: mail.html,
  ...(mail.attachment && {
    attachments: [
      {
        filename: mail.attachment.name,
        contentType: mail.attachment.mediaType,
        content: mail.attachment.content,
      },
    ],
  }),
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
  // A text that looks like a path or an address is a text.
  disableFileAccess: true,
  disableUrlAccess: true,
});
