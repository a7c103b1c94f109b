import { Nested } from '@motcua/platform';
import { MailTextFields } from './mail-text.js';

export class MailTexts {
  @Nested(() => MailTextFields)
  readonly vi!: MailTextFields;

  @Nested(() => MailTextFields)
  readonly en!: MailTextFields;
}
