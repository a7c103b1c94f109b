import type { Language } from '@motcua/kernel';

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

export interface InAppText {
  readonly title: string;
  readonly body: string;
}

/** All texts of one kind of message; null where the kind does not use the channel. */
export interface TemplateContent {
  readonly email: Readonly<Record<Language, MailText>> | null;
  readonly inApp: Readonly<Record<Language, InAppText>> | null;
}
