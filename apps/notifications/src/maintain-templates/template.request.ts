import { Nested } from '@motcua/platform';
import { InAppTexts } from './in-app-texts.js';
import { MailTexts } from './mail-texts.js';

export class TemplateRequest {
  @Nested(() => MailTexts, { nullable: true, description: 'null if this kind of message is not sent by mail' })
  readonly email!: MailTexts | null;

  @Nested(() => InAppTexts, {
    nullable: true,
    description: 'null if this kind of message is not shown in the application',
  })
  readonly inApp!: InAppTexts | null;
}
