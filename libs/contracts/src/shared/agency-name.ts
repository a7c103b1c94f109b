import { AnyText } from '@motcua/fields';

/** An agency by its identifier in both forms (R2), with its name. */
export class AgencyName {
  @AnyText() readonly code!: string;
  @AnyText() readonly legacyCode!: string;
  @AnyText() readonly name!: string;
}
