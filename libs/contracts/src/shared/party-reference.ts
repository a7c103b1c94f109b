import { AnyText, EachOneOf, OneOf } from '@motcua/fields';
import { PARTY_POWERS, PARTY_ROLES, type PartyPower, type PartyRole } from './vocabulary.js';

/** Who has a part in a dossier beside its applicant; who that is goes with `applicant.named` alone. */
export class PartyReference {
  /** Keyed hash of the identity's type and number, as `applicantRef` is. */
  @AnyText() readonly ref!: string;
  @OneOf(PARTY_ROLES) readonly role!: PartyRole;
  /** What the authorisation covers; of a co-applicant none. */
  @EachOneOf(PARTY_POWERS) readonly powers!: readonly PartyPower[];
}
