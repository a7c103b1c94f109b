/** The kinds of numbers by which a person or an organisation is known. */
export const IDENTITY_TYPES = ['citizenId', 'oldId', 'passport', 'taxCode', 'agencyIdentifier'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];
