import type { Applicant } from '@motcua/dossier-domain';
import { typedIdentifier, typedPhone } from '@motcua/kernel';

/** An applicant as it is kept, however it was typed. */
export const normalApplicant = ({ kind, identity, fullName, phone, email }: Applicant): Applicant => ({
  kind,
  identity: { type: identity.type, number: typedIdentifier(identity.number) },
  fullName: fullName.normalize('NFC').trim(),
  phone: phone == null ? null : typedPhone(phone),
  email: email?.trim() ?? null,
});
