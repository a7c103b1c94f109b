import { typedIdentifier } from './typed-identifier.js';
import { currentIdentifier } from './agency-identifier.js';

/**
 * The kinds of numbers by which a person or an organisation is known. `registrationNumber`: of the decision or licence by
 * which a body without a tax code was founded (an association, a religious organisation, a cooperative group).
 */
export const IDENTITY_TYPES = [
  'citizenId',
  'oldId',
  'passport',
  'taxCode',
  'agencyIdentifier',
  'registrationNumber',
] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

/** A number in the one form in which it is compared: a tax code without its hyphen, an agency by its current identifier. */
export function identityKeyOf(type: IdentityType, number: string): string {
  const written = typedIdentifier(number);
  if (type === 'taxCode') return written.replaceAll('-', '');
  return type === 'agencyIdentifier' ? currentIdentifier(written) : written;
}
