import { CHANNELS, type Channel } from '@motcua/dossier-domain';
import { type Language, LANGUAGES } from '@motcua/kernel';
import { Flag, JsonObject, ListOf, Nested, OneOf, Text, TextList } from '@motcua/platform';
import { ApplicantRequest } from './applicant.request.js';
import { AuthorisedPersonDocument } from '../asked-fields/authorised-person.document.js';
import { CoApplicantDocument } from '../asked-fields/co-applicant.document.js';
import { DeliveryRequest } from '../asked-fields/delivery.request.js';

const AGENCY = 'Identifier in its current (H48.12) or legacy (000.00.12.H48) form';

/** A draft as it is created; a merge patch is applied to the same document, and the outcome is checked by the same rules. */
export class DraftRequest {
  @Text({ max: 60, example: '1.001686' })
  readonly procedureCode!: string;

  @Text({ optional: true, max: 60, description: 'Trường hợp; may be left out where the procedure has only one' })
  readonly variant?: string;

  @OneOf(CHANNELS)
  readonly channel!: Channel;

  @Text({
    optional: true,
    nullable: true,
    max: 40,
    description: `${AGENCY}; where it was handed in, for counter and post: the officer's agency when left out`,
  })
  readonly submissionAgency?: string | null;

  @Text({ max: 40, example: 'H48.12', description: AGENCY })
  readonly receivingAgency!: string;

  @Text({ max: 40, example: 'H48.12', description: AGENCY })
  readonly competentAgency!: string;

  @Nested(() => ApplicantRequest)
  readonly applicant!: ApplicantRequest;

  @ListOf(() => CoApplicantDocument, {
    optional: true,
    max: 50,
    description: 'Further applicants: the other spouse, co-owners',
  })
  readonly coApplicants?: readonly CoApplicantDocument[];

  @Nested(() => AuthorisedPersonDocument, {
    optional: true,
    nullable: true,
    description: 'Person who hands in for the applicant',
  })
  readonly authorisedPerson?: AuthorisedPersonDocument | null;

  @Nested(() => DeliveryRequest)
  readonly delivery!: DeliveryRequest;

  @JsonObject({ description: "As the procedure's formSchema says; checked whole at submission" })
  readonly formData!: Record<string, unknown>;

  @TextList({
    optional: true,
    max: 10,
    description:
      'Categories by which the applicant claims to pay less, such as HO-NGHEO: `quote.exemptions` lists them',
  })
  readonly exemptions?: readonly string[];

  @OneOf(LANGUAGES, { optional: true, description: 'Language of messages to the applicant; default vi' })
  readonly language?: Language;

  @Text({ optional: true, nullable: true, max: 60, description: "The national portal's own code of the dossier (R22)" })
  readonly portalCode?: string | null;

  @Flag({ optional: true, description: 'The applicant was helped at a counter to submit online' })
  readonly assisted?: boolean;
}
