import { IDENTITY_TYPES, type IdentityType } from '@motcua/kernel';

export const APPLICANT_KINDS = ['citizen', 'enterprise', 'stateAgency', 'other'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export { IDENTITY_TYPES, type IdentityType };

export interface Identity {
  readonly type: IdentityType;
  readonly number: string;
}

/** Chủ hồ sơ: who applies. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly identity: Identity;
  readonly fullName: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}
