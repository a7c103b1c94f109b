import { CHANNELS, type Channel } from '@motcua/dossier-domain';
import { type Language, LANGUAGES } from '@motcua/kernel';
import { Flag, ListOf, Nested, OneOf, Text } from '@motcua/platform';
import { AuthorisedPersonDocument } from '../asked-fields/authorised-person.document.js';
import { CoApplicantDocument } from '../asked-fields/co-applicant.document.js';
import { LinkedStepRequest } from './linked-step.request.js';
import { DeliveryRequest } from '../asked-fields/delivery.request.js';
import { ApplicantRequest } from '../drafts/applicant.request.js';

const AGENCY = 'Identifier in its current (H48.12) or legacy (000.00.12.H48) form';

/** Procedures that are applied for together: what all of them have in common, and each its own. */
export class LinkedRequest {
  @Text({ max: 60, example: 'KHAI-SINH-CU-TRU-BHYT', description: 'Group of the catalogue' })
  readonly group!: string;

  @OneOf(CHANNELS)
  readonly channel!: Channel;

  @Text({ optional: true, nullable: true, max: 40, description: `${AGENCY}; the officer's agency when left out` })
  readonly submissionAgency?: string | null;

  @Text({ max: 40, example: 'H48.33', description: `${AGENCY}: one office receives all of them` })
  readonly receivingAgency!: string;

  @Nested(() => ApplicantRequest)
  readonly applicant!: ApplicantRequest;

  @ListOf(() => CoApplicantDocument, { optional: true, max: 50 })
  readonly coApplicants?: readonly CoApplicantDocument[];

  @Nested(() => AuthorisedPersonDocument, { optional: true, nullable: true })
  readonly authorisedPerson?: AuthorisedPersonDocument | null;

  @Nested(() => DeliveryRequest)
  readonly delivery!: DeliveryRequest;

  @OneOf(LANGUAGES, { optional: true, description: 'Language of messages to the applicant; default vi' })
  readonly language?: Language;

  @Flag({ optional: true, description: 'The applicant was helped at a counter to submit online' })
  readonly assisted?: boolean;

  @ListOf(() => LinkedStepRequest, {
    min: 2,
    max: 10,
    description: 'Procedures of the group, in any order: those that take over what another gives need that one too',
  })
  readonly dossiers!: readonly LinkedStepRequest[];
}
