import { IDENTITY_TYPES, type IdentityType } from '@motcua/kernel';

/** Who the applicant is: personal data, unsealed only while a record is made. */
export interface Applicant {
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly fullName: string;
  readonly email: string;
  readonly phone: string;
  readonly deliveryAddress: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what `applicant.named` sealed. @throws Error where it is something else */
export function readApplicant(content: unknown): Applicant {
  const { identity, fullName, email, phone, deliveryAddress } = content as Record<string, unknown>;
  const { type, number } = identity as Record<string, unknown>;
  const identityType = IDENTITY_TYPES.find((known) => known === type);
  if (identityType === undefined) throw new Error('the sealed applicant has no identity');
  return {
    identityType,
    identityNumber: textOf(number),
    fullName: textOf(fullName),
    email: textOf(email),
    phone: textOf(phone),
    deliveryAddress: textOf(deliveryAddress),
  };
}

/** Of an applicant whose data was erased nothing is told. */
export const ERASED: Applicant = {
  identityType: 'passport',
  identityNumber: '',
  fullName: '',
  email: '',
  phone: '',
  deliveryAddress: '',
};
