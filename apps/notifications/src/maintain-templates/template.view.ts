import { Flag, Nested, Text, TextList } from '@motcua/platform';
import { hasChannel, type KindCode, variablesOf } from '../message-kinds/kinds.js';
import { InAppTexts } from './in-app-texts.js';
import { MailTexts } from './mail-texts.js';
import type { TemplateRow } from '../templates/templates.js';

export class TemplateView {
  @Text({ example: 'dossier.accepted' })
  readonly code!: string;

  @Nested(() => MailTexts, { nullable: true })
  readonly email!: MailTexts | null;

  @Nested(() => InAppTexts, { nullable: true })
  readonly inApp!: InAppTexts | null;

  @TextList({ description: 'Variables allowed in the mail' })
  readonly emailVariables!: readonly string[];

  @TextList({ description: 'Variables allowed in the text of the application' })
  readonly inAppVariables!: readonly string[];

  @Flag({ description: 'false: the built-in text' })
  readonly edited!: boolean;
}

const names = (code: KindCode, channel: 'email' | 'inApp'): readonly string[] =>
  hasChannel(code, channel) ? variablesOf(code, channel) : [];

export const templateView = ({ code, content, edited }: TemplateRow): TemplateView => ({
  code,
  ...content,
  emailVariables: names(code, 'email'),
  inAppVariables: names(code, 'inApp'),
  edited,
});
