import { LANGUAGES, type Language } from '@motcua/contracts';
import { Flag, JsonObject, ListOf, Nested, OneOf, Text, TextList } from '@motcua/platform';
import { AuthorisedPersonDocument } from '../asked-fields/authorised-person.document.js';
import { CoApplicantDocument } from '../asked-fields/co-applicant.document.js';
import { DeliveryRequest } from '../asked-fields/delivery.request.js';
import { CorrectedApplicantRequest } from './corrected-applicant.request.js';

/** What is otherwise than the dossier says; what is left out stays. */
export class CorrectionRequest {
  @Text({ max: 1000, example: 'Gõ sai họ tên khi nhập hồ sơ', description: 'Why; kept with the former values' })
  readonly reason!: string;

  @Text({ max: 200, example: 'Chủ hồ sơ, tại quầy', description: 'Name of the person or officer that asked' })
  readonly askedBy!: string;

  @Text({ optional: true, max: 60, description: 'Trường hợp. After acceptance only one of the same term' })
  readonly variant?: string;

  @Text({ optional: true, max: 40, description: 'Before acceptance only' })
  readonly competentAgency?: string;

  @Nested(() => CorrectedApplicantRequest, { optional: true }) readonly applicant?: CorrectedApplicantRequest;
  @ListOf(() => CoApplicantDocument, { optional: true, max: 50, description: 'All of them, in place of the former' })
  readonly coApplicants?: readonly CoApplicantDocument[];
  @Nested(() => AuthorisedPersonDocument, { optional: true, nullable: true, description: 'Null takes the person out' })
  readonly authorisedPerson?: AuthorisedPersonDocument | null;
  @Nested(() => DeliveryRequest, { optional: true }) readonly delivery?: DeliveryRequest;

  @JsonObject({ optional: true, description: 'JSON merge patch (RFC 7396) of the form data' })
  readonly formData?: Record<string, unknown>;

  @TextList({
    optional: true,
    max: 10,
    description:
      'All categories by which the applicant pays less, in place of the former: a claim that is not proved is left out',
  })
  readonly exemptions?: readonly string[];

  @OneOf(LANGUAGES, { optional: true }) readonly language?: Language;

  @Flag({
    optional: true,
    description: 'A correction that changes the fee or the competent agency is refused (409) until it is confirmed',
  })
  readonly confirmed: boolean = false;
}
