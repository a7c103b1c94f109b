import { AnyText, Nested } from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';

/** Who pays less by a law: a category, and the component that proves it (R17). */
export class Beneficiary {
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  @Nested(() => NamedCode) readonly evidence!: NamedCode;
}
