import { AnyListOf, Uuid } from '@motcua/fields';
import { AgencyName } from '../shared/agency-name.js';
import { NamedCode } from '../shared/named-code.js';

/**
 * Every agency that is not closed and every field, as the catalogue has them at this moment: what somebody decides on who must
 * know which there are *not*. Answers `portal.lists-read`. Key: `register`. Producer: procedure-catalogue.
 */
export class RegisterShownV1 {
  static readonly type = 'vn.motcua.register.shown.v1';
  static readonly topic = 'motcua.register';
  static readonly snapshot = true;

  /** The look at the portal for which it is shown. */
  @Uuid() readonly fetchId!: string;
  @AnyListOf(() => AgencyName) readonly agencies!: readonly AgencyName[];
  @AnyListOf(() => NamedCode) readonly fields!: readonly NamedCode[];
}
