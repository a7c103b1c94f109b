import { AnyText } from '@motcua/fields';
/** A code of the domain with the name that people read. */
export class NamedCode {
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
}
