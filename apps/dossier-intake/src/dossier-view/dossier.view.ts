import { type Action, type DossierStatus, DOSSIER_STATUSES } from '@motcua/dossier-domain';
import { Flag, InstantText, JsonObject, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '@motcua/platform';
import { AuthorisedPersonDocument } from '../asked-fields/authorised-person.document.js';
import { CoApplicantDocument } from '../asked-fields/co-applicant.document.js';
import { ReceivedPapersDocument } from '../asked-fields/received-papers.document.js';
import { ApplicantView } from './applicant.view.js';
import { DeliveryView } from './delivery.view.js';
import { ExemptionView } from './exemption.view.js';
import { QuoteView } from './quote.view.js';
import { FeeLineView } from './fee-line.view.js';
import { FeeDemandView } from './fee-demand.view.js';
import { OtherDueView } from './other-due.view.js';
import { FileView } from './file.view.js';
import { FaultView } from './fault.view.js';
import { HolderView } from './holder.view.js';
import { LinkedPlaceView } from './linked-place.view.js';
import { OfficeRequestView } from './office-request.view.js';
import { ReusablePaperView } from './reusable-paper.view.js';
import { ResultView } from './result.view.js';
import { SimilarDossierView } from './similar-dossier.view.js';
import { SupplementView } from './supplement.view.js';

/** A dossier as its applicant and its officers see it. */
export class DossierView {
  @Uuid() readonly id!: string;
  @Text({ nullable: true, example: 'H48.12-261124-0001' }) readonly code!: string | null;
  @OneOf(DOSSIER_STATUSES) readonly status!: DossierStatus;
  @Whole({ nullable: true, description: 'National number of the status; null for a draft' }) readonly statusNumber!:
    number | null;
  @InstantText() readonly statusSince!: string;
  @Text({ nullable: true, description: 'Reason of the current status, if it has one (R21)' })
  readonly reason!: string | null;
  @TextList({ description: 'Actions that the status of the dossier and the token of the caller allow (R23)' })
  readonly allowedActions!: readonly Action[];
  @Text() readonly procedureCode!: string;
  @Whole({ description: 'The version that binds components, form and fee (R14)' }) readonly procedureVersion!: number;
  @Text() readonly procedureName!: string;
  @Text() readonly variant!: string;
  @Text() readonly channel!: string;
  @Text({ nullable: true }) readonly submissionAgency!: string | null;
  @Text() readonly receivingAgency!: string;
  @Text() readonly competentAgency!: string;
  @Nested(() => ApplicantView) readonly applicant!: ApplicantView;
  @ListOf(() => CoApplicantDocument, {
    description: 'Further applicants (the other spouse, co-owners); each follows the dossier online',
  })
  readonly coApplicants!: readonly CoApplicantDocument[];
  @Nested(() => AuthorisedPersonDocument, { nullable: true, description: 'Person who hands in for the applicant' })
  readonly authorisedPerson!: AuthorisedPersonDocument | null;
  @Nested(() => DeliveryView) readonly delivery!: DeliveryView;
  @JsonObject() readonly formData!: object;
  @ListOf(() => ExemptionView, { description: 'Categories by which the applicant claims to pay less' })
  readonly exemptions!: readonly ExemptionView[];
  @Text() readonly language!: string;
  @Text({ nullable: true }) readonly portalCode!: string | null;
  @Flag({ description: 'The applicant was helped at a counter to submit online' }) readonly assisted!: boolean;
  @Text() readonly submittedBy!: string;
  @InstantText() readonly createdAt!: string;
  @InstantText({ nullable: true }) readonly submittedAt!: string | null;
  @InstantText({
    nullable: true,
    description: 'Reception deadline of an online dossier: accepted, refused or returned for a supplement by then (R6)',
  })
  readonly receptionDueAt!: string | null;
  @ListOf(() => FeeLineView) readonly feeLines!: readonly FeeLineView[];
  @Whole({ description: 'Unpaid fees, in đồng: no result is handed out until they are paid (R16)' })
  readonly owed!: number;
  @Nested(() => FeeDemandView, { nullable: true }) readonly feeDemand!: FeeDemandView | null;
  @ListOf(() => OtherDueView, {
    description: 'Sums that other bodies collect because of it, such as taxes and penalties',
  })
  readonly otherDues!: readonly OtherDueView[];
  @InstantText({ nullable: true }) readonly acceptedAt!: string | null;
  @InstantText({ nullable: true, description: 'Null while the term is paused' }) readonly statutoryDueAt!:
    string | null;
  @InstantText({
    nullable: true,
    description: 'Promised due date, which officers work to (R18); null while the term is paused',
  })
  readonly promisedDueAt!: string | null;
  @Flag({ nullable: true, description: 'True while the days off of a year in the term are not yet published' })
  readonly provisional!: boolean | null;
  @Text({ nullable: true }) readonly cashReceiptNumber!: string | null;
  @Nested(() => HolderView) readonly holder!: HolderView;
  @InstantText({ nullable: true, description: 'A withdrawal that the case has not decided yet' })
  readonly withdrawalRequestedAt!: string | null;
  @Text({ nullable: true }) readonly outcome!: string | null;
  @ListOf(() => OfficeRequestView, { description: 'Requests of the citizen that an office carried out' })
  readonly officeRequests!: readonly OfficeRequestView[];
  @Nested(() => ReceivedPapersDocument, {
    nullable: true,
    description: 'Papers that the office received, as form 01 prints them; null where none were recorded',
  })
  readonly received!: ReceivedPapersDocument | null;
  @Whole({ description: 'Number of corrections since its submission: see `…/corrections`' })
  readonly corrections!: number;
  @Nested(() => LinkedPlaceView, {
    nullable: true,
    description: 'Its place among dossiers that were submitted together: see `/intake/v1/linked-dossiers/{id}`',
  })
  readonly linked!: LinkedPlaceView | null;
  @JsonObject({ nullable: true }) readonly returned!: object | null;
  @JsonObject({
    nullable: true,
    description:
      'Comparison of the applicant with the National Population Database: `outcome` (same, differs, unknown), `fields`, `at` (R19)',
  })
  readonly populationCheck!: object | null;
  @ListOf(() => FileView) readonly files!: readonly FileView[];
  @ListOf(() => SupplementView) readonly supplementRequests!: readonly SupplementView[];
  @ListOf(() => ResultView) readonly results!: readonly ResultView[];
  @TextList({ optional: true, description: 'Draft only: codes of required components that have no file yet' })
  readonly missing?: readonly string[];
  @Nested(() => QuoteView, {
    optional: true,
    nullable: true,
    description: 'Draft only: what it would owe if it were submitted now; null: that cannot be said',
  })
  readonly quote?: QuoteView | null;
  @ListOf(() => ReusablePaperView, {
    optional: true,
    description: "Draft only, for the owner of the applicant's store: what it holds of the missing components (R19)",
  })
  readonly reusable?: readonly ReusablePaperView[];
  @InstantText({
    optional: true,
    nullable: true,
    description:
      'Draft only: when it is deleted unless its author works on it; null where drafts do not end by themselves',
  })
  readonly draftEndsAt?: string | null;
  @JsonObject({
    optional: true,
    nullable: true,
    description: 'Draft only: `from` and `to`, where another version came into force since it was last changed (R14)',
  })
  readonly versionChange?: object | null;
  @JsonObject({
    optional: true,
    nullable: true,
    description:
      'Before the acceptance: how the version in force differs from that of the submission: term, supplement policy, competence, components, and the fee with the reasons for which the past of its tariff or policies was corrected (R14, R16)',
  })
  readonly versionDifference?: object | null;
  @ListOf(() => SimilarDossierView, {
    optional: true,
    description:
      'Until the acceptance: dossiers of the same applicant and procedure within a week, perhaps the same one twice',
  })
  readonly similar?: readonly SimilarDossierView[];
  @ListOf(() => FaultView, {
    optional: true,
    description: 'Draft only: what of the form data would keep it from being submitted',
  })
  readonly faults?: readonly FaultView[];
}
