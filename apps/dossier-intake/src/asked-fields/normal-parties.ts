import type { CoApplicant, Parties } from '@motcua/dossier-domain';
import { typedIdentifier, typedPhone } from '@motcua/kernel';
import type { AuthorisedPersonDocument } from './authorised-person.document.js';
import type { CoApplicantDocument } from './co-applicant.document.js';

const normal = ({ identity, fullName, phone, address }: CoApplicantDocument): CoApplicant => ({
  identity: { type: identity.type, number: typedIdentifier(identity.number) },
  fullName: fullName.normalize('NFC').trim(),
  phone: phone == null ? null : typedPhone(phone),
  address: address?.normalize('NFC').trim() ?? null,
});

export interface AskedParties {
  readonly coApplicants?: readonly CoApplicantDocument[];
  readonly authorisedPerson?: AuthorisedPersonDocument | null;
}

/** Who has a part beside the applicant, as it is kept, however it was typed. */
export const normalParties = ({ coApplicants = [], authorisedPerson = null }: AskedParties): Parties => ({
  coApplicants: coApplicants.map(normal),
  authorisedPerson: authorisedPerson && {
    ...normal(authorisedPerson),
    authorisation: authorisedPerson.authorisation.normalize('NFC').trim(),
    powers: [...new Set(authorisedPerson.powers)].sort(),
  },
});
