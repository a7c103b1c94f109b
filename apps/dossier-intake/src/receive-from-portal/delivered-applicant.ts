import { composed, typedIdentifier, typedPhone } from '@motcua/kernel';
import { APPLICANT_KINDS, type ApplicantKind, IDENTITY_TYPES, type IdentityType } from '@motcua/dossier-domain';
import { openEnvelope, type SealedEnvelope } from '@motcua/platform';

/** An applicant as the portal says: what is wrong with it is asked for, and refuses nothing. */
export interface DeliveredApplicant {
  readonly kind: ApplicantKind;
  readonly identity: { readonly type: IdentityType; readonly number: string };
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly deliveryAddress: string | null;
}

const orNull = (value: unknown): string | null =>
  typeof value === 'string' && composed(value).trim() !== '' ? composed(value).trim() : null;

export function deliveredApplicant(sealingKey: string, envelope: SealedEnvelope): DeliveredApplicant {
  const content = openEnvelope(sealingKey, envelope) as Record<string, unknown>;
  const phone = orNull(content['phone']);
  const { type, number } = content['identity'] as Record<string, unknown>;
  return {
    kind: APPLICANT_KINDS.find((kind) => kind === content['kind']) ?? 'citizen',
    identity: {
      type: IDENTITY_TYPES.find((known) => known === type) ?? 'citizenId',
      number: typeof number === 'string' ? typedIdentifier(number) : '',
    },
    fullName: orNull(content['fullName']) ?? '',
    phone: phone === null ? null : typedPhone(phone),
    email: orNull(content['email']),
    address: orNull(content['address']),
    deliveryAddress: orNull(content['deliveryAddress']),
  };
}
