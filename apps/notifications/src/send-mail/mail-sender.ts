import type { Language } from '@motcua/kernel';

export interface OutgoingMail {
  /** Of the delivery: the same however often the mail is tried. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  readonly attachment: MailAttachment | null;
}

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What became of an attempt. `reason` has no personal data. */
export type SendOutcome =
  | { readonly is: 'sent' }
  /** This mail will never be taken (5xx). */
  | { readonly is: 'refusedForGood'; readonly reason: string }
  /** Not now (4xx), or the connection broke in the middle of it. */
  | { readonly is: 'refusedForNow'; readonly reason: string }
  /** The server could not be spoken to: no fault of this mail, so no attempt of its is spent. */
  | { readonly is: 'unreachable'; readonly reason: string };

/** Port: hands mail on to those who carry it. Answers only when it was taken over durably; never rejects. */
export interface MailSender {
  /** @param signal ends an attempt that would outlast its lease */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<SendOutcome>;
  close(): void;
}

/** Injection token of the {@link MailSender}. */
export const MAIL_SENDER = Symbol('MailSender');
