import type { Language } from '@motcua/kernel';
import { type KindCode, variablesOf } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import { renderLine, renderText } from './render-text.js';
import { sayVariables } from './say-variables.js';
import type { InAppText, TemplateContent } from './template-content.js';

/** What the recipient reads in the application: plain text. */
export function renderInApp(
  kind: KindCode,
  content: TemplateContent,
  data: MessageData,
  language: Language,
): InAppText {
  const text = content.inApp?.[language];
  if (!text) throw new Error(`${kind} has no text for the application`);
  const variables = sayVariables(variablesOf(kind, 'inApp'), data, language);
  return { title: renderLine(text.title, variables), body: renderText(text.body, variables) };
}
