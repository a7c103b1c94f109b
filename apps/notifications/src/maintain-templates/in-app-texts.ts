import { Nested } from '@motcua/platform';
import { InAppTextFields } from './in-app-text.js';

export class InAppTexts {
  @Nested(() => InAppTextFields)
  readonly vi!: InAppTextFields;

  @Nested(() => InAppTextFields)
  readonly en!: InAppTextFields;
}
