import type { Identity } from '../applicant/applicant.js';

/** What an authorisation may cover beside handing in and following the dossier. */
export const POWERS = ['supplement', 'withdraw', 'collect', 'pay'] as const;
export type Power = (typeof POWERS)[number];

/** Who applies beside the applicant: the other spouse, a co-owner. */
export interface CoApplicant {
  readonly identity: Identity;
  readonly fullName: string;
  readonly phone?: string | null;
  readonly address?: string | null;
}

/** Người được ủy quyền: who hands in for the applicant, by an authorisation whose paper is a file of the dossier. */
export interface AuthorisedPerson {
  readonly identity: Identity;
  readonly fullName: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  /** Number and date of the authorisation. */
  readonly authorisation: string;
  readonly powers: readonly Power[];
}

/** Who has a part in a dossier beside its applicant. */
export interface Parties {
  readonly coApplicants: readonly CoApplicant[];
  readonly authorisedPerson: AuthorisedPerson | null;
}

export const NO_PARTIES: Parties = { coApplicants: [], authorisedPerson: null };

/** As what the paper of an authorisation is attached: a paper about the dossier, not one of its components. */
export const POWER_OF_ATTORNEY = 'GIAY-UY-QUYEN';
