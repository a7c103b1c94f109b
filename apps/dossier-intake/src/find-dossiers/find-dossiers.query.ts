import {
  CHANNELS,
  DOSSIER_STATUSES,
  type DossierStatus,
  IDENTITY_TYPES,
  type IdentityType,
} from '@motcua/dossier-domain';
import { InstantText, OneOf, PageQuery, Text } from '@motcua/platform';

/** Filters of the one-stop's list; all that are given hold together. */
export class FindDossiersQuery extends PageQuery {
  @OneOf(DOSSIER_STATUSES, { optional: true })
  readonly status?: DossierStatus;

  @Text({
    optional: true,
    max: 40,
    names: 'agency',
    description: 'Receiving, competent or holding agency, with all below it; current or legacy identifier (R2)',
  })
  readonly agency?: string;

  @Text({ optional: true, max: 60, names: 'procedure' })
  readonly procedure?: string;

  @OneOf(CHANNELS, { optional: true })
  readonly channel?: string;

  @OneOf(IDENTITY_TYPES, { optional: true, description: 'Type of `applicantId`; default citizenId' })
  readonly applicantIdType: IdentityType = 'citizenId';

  @Text({ optional: true, max: 40, description: "The applicant's identity number: searched by its keyed hash" })
  readonly applicantId?: string;

  @Text({
    optional: true,
    max: 60,
    example: 'H48.12-261124-0001',
    description: 'Its agency in the current or legacy form (R2)',
  })
  readonly code?: string;

  @Text({ optional: true, max: 60, description: "The national portal's own code (R22)" })
  readonly portalCode?: string;

  @Text({
    optional: true,
    max: 200,
    description: "Words of the applicant's name, with or without diacritics, in any order",
  })
  readonly name?: string;

  @Text({ optional: true, max: 20, description: "The applicant's phone number" })
  readonly phone?: string;

  @Text({ optional: true, max: 100, description: 'Number of an issued document' })
  readonly documentNumber?: string;

  @InstantText({ optional: true })
  readonly acceptedFrom?: string;

  @InstantText({ optional: true, description: 'Exclusive upper bound' })
  readonly acceptedTo?: string;

  @InstantText({ optional: true })
  readonly submittedFrom?: string;

  @InstantText({ optional: true, description: 'Exclusive upper bound' })
  readonly submittedTo?: string;

  @InstantText({
    optional: true,
    description:
      'Due before: the reception (R6) until acceptance, then what was promised (R18); not included. Only what is still open',
  })
  readonly dueBefore?: string;
}
