import type { Language } from '@motcua/kernel';
import { type KindCode, variablesOf } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import { htmlOf } from './html-of.js';
import { renderLine, renderText } from './render-text.js';
import { sayVariables } from './say-variables.js';
import type { MailText, TemplateContent } from './template-content.js';

interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

function mailText(kind: KindCode, content: TemplateContent, language: Language): MailText {
  const text = content.email?.[language];
  if (!text) throw new Error(`${kind} has no text for mail`);
  return text;
}

/** The message in its letter. `data` has the recipient's `fullName`, unsealed for this moment. */
export function renderMail(
  kind: KindCode,
  contents: { readonly message: TemplateContent; readonly letter: TemplateContent },
  data: MessageData,
  language: Language,
): RenderedMail {
  const message = mailText(kind, contents.message, language);
  const variables = sayVariables(variablesOf(kind, 'email'), data, language);
  const framed = {
    ...data,
    subject: renderLine(message.subject, variables),
    text: renderText(message.body, variables),
  };
  const letter = mailText('letter', contents.letter, language);
  const around = sayVariables(variablesOf('letter', 'email'), framed, language);
  const text = renderText(letter.body, around);
  return { subject: renderLine(letter.subject, around), text, html: htmlOf(text, language) };
}
