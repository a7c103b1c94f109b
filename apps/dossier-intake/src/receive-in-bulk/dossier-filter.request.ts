import { CHANNELS, IDENTITY_TYPES, type IdentityType } from '@motcua/dossier-domain';
import { InstantText, OneOf, Text } from '@motcua/platform';
import type { DossierFilter } from '../dossier-list/asked-dossiers.js';

/** Every registered dossier that the one-stop's list would show with these filters. */
export class DossierFilterRequest implements DossierFilter {
  @Text({
    optional: true,
    max: 40,
    names: 'agency',
    description: 'Receiving, competent or holding agency, with all below it',
  })
  readonly agency?: string;

  @Text({ optional: true, max: 60, names: 'procedure' }) readonly procedure?: string;
  @OneOf(CHANNELS, { optional: true }) readonly channel?: string;
  @OneOf(IDENTITY_TYPES, { optional: true, description: 'Type of `applicantId`; default citizenId' })
  readonly applicantIdType: IdentityType = 'citizenId';

  @Text({ optional: true, max: 40, description: "The applicant's identity number: searched by its keyed hash" })
  readonly applicantId?: string;

  @InstantText({ optional: true }) readonly submittedFrom?: string;
  @InstantText({ optional: true, description: 'Exclusive upper bound' }) readonly submittedTo?: string;
  @InstantText({ optional: true, description: 'Reception deadline (R6) before this time' })
  readonly dueBefore?: string;
}
