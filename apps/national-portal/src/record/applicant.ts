import { IDENTITY_TYPES, type IdentityType } from '@motcua/kernel';

/** Who the applicant is: personal data, unsealed only while a record is made. */
export interface Applicant {
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly fullName: string;
  readonly email: string;
  readonly phone: string;
  readonly deliveryAddress: string;
  /** Who applies beside the applicant, by their numbers. */
  /** Who handed in for the applicant; empty where nobody did. */
  readonly handedInBy: string;
}

interface NamedIdentity {
  readonly type: IdentityType;
  readonly number: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function identityIn(identity: unknown): NamedIdentity {
  const { type, number } = identity as Record<string, unknown>;
  const known = IDENTITY_TYPES.find((one) => one === type);
  if (known === undefined) throw new Error('the sealed applicant has no identity');
  return { type: known, number: textOf(number) };
}

/** Reads what `applicant.named` sealed. @throws Error where it is something else */
export function readApplicant(content: unknown): Applicant {
  const { identity, fullName, email, phone, deliveryAddress, authorisedPerson } = content as Record<string, unknown>;
  const { type: identityType, number: identityNumber } = identityIn(identity);
  const authorised = (authorisedPerson ?? {}) as Record<string, unknown>;
  return {
    identityType,
    identityNumber,
    fullName: textOf(fullName),
    email: textOf(email),
    phone: textOf(phone),
    deliveryAddress: textOf(deliveryAddress),
    handedInBy: textOf(authorised['fullName']),
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
  handedInBy: '',
};
