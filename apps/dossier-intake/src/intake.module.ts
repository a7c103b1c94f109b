import { Module } from '@nestjs/common';
import { Agencies, Calendars, KeepAgencies, KeepCalendars } from '@motcua/catalogue-copy';
import { BULK_HANDLERS, BulkActions, FILE_STORE, ReadBulkActionsController } from '@motcua/platform';
import { AcceptDossierController } from './accept-dossier/accept-dossier.controller.js';
import { AcceptDossier } from './accept-dossier/accept-dossier.use-case.js';
import { AcceptInBulkController } from './accept-dossier/accept-in-bulk.controller.js';
import { AcceptInBulk } from './accept-dossier/accept-in-bulk.js';
import { AnnounceStatus } from './announce/announce-status.js';
import { ReadApplicantStoreController } from './read-applicant-store/read-applicant-store.controller.js';
import { ReadStore } from './read-applicant-store/read-store.use-case.js';
import { AttachFileController } from './attach-file/attach-file.controller.js';
import { AttachFile } from './attach-file/attach-file.use-case.js';
import { RemoveFile } from './attach-file/remove-file.use-case.js';
import { CircumstancesOf } from './catalogue/circumstances.js';
import { FormChecker } from './catalogue/form-checker.js';
import { ReplicateProcedures } from './catalogue/replicate-procedures.consumer.js';
import { ReplicateTariffsAndPolicies } from './catalogue/replicate-tariffs-and-policies.consumer.js';
import { Procedures } from './catalogue/procedures.js';
import { CompleteSupplementController } from './complete-supplement/complete-supplement.controller.js';
import { CompleteSupplement } from './complete-supplement/complete-supplement.use-case.js';
import { DossierViews } from './dossier-view/dossier-views.js';
import { DownloadFileController } from './download-file/download-file.controller.js';
import { ChangeDraft } from './draft-dossier/change-draft.use-case.js';
import { CheckDraft } from './draft-dossier/check-draft.js';
import { CreateDraft } from './draft-dossier/create-draft.use-case.js';
import { DraftDossierController } from './draft-dossier/draft-dossier.controller.js';
import { ExpireSupplements } from './expire-supplements/expire-supplements.js';
import { ExplainReceptionController } from './explain-reception/explain-reception.controller.js';
import { TellCaseOfExpiry } from './expire-supplements/tell-case-of-expiry.js';
import { AskedDossiers } from './dossier-list/asked-dossiers.js';
import { DossierList } from './dossier-list/dossier-list.js';
import { FindDossiersController } from './find-dossiers/find-dossiers.controller.js';
import { ApplyCaseFact } from './follow-case/apply-case-fact.js';
import { FollowCase } from './follow-case/follow-case.consumer.js';
import { RevokeResult } from './follow-case/revoke-result.consumer.js';
import { StoreResult } from './follow-case/store-result.consumer.js';
import { Dossiers } from './persistence/dossiers.js';
import { SupplementRequests } from './persistence/supplement-requests.js';
import { FormFactsOf } from './print-forms/form-facts-of.js';
import { PrintFormController } from './print-forms/print-form.controller.js';
import { ReadDossierController } from './read-dossier/read-dossier.controller.js';
import { RefuseDossierController } from './refuse-dossier/refuse-dossier.controller.js';
import { RefuseDossier } from './refuse-dossier/refuse-dossier.use-case.js';
import { RequestSupplementController } from './request-supplement/request-supplement.controller.js';
import { RequestSupplement } from './request-supplement/request-supplement.use-case.js';
import { ReturnResultController } from './return-result/return-result.controller.js';
import { ReturnResult } from './return-result/return-result.use-case.js';
import { SettleFeeWhenPaymentReceived } from './settle-fee/settle-fee-when-payment-received.consumer.js';
import { SubmitDossierController } from './submit-dossier/submit-dossier.controller.js';
import { SubmitDossier } from './submit-dossier/submit-dossier.use-case.js';
import { TrackDossierController } from './track-dossier/track-dossier.controller.js';
import { RecordLateReceptions } from './watch-reception/record-late-receptions.js';
import { WithdrawDossierController } from './withdraw-dossier/withdraw-dossier.controller.js';
import { WithdrawDossier } from './withdraw-dossier/withdraw-dossier.use-case.js';

@Module({
  controllers: [
    DraftDossierController,
    AttachFileController,
    SubmitDossierController,
    AcceptDossierController,
    AcceptInBulkController,
    ReadBulkActionsController,
    RefuseDossierController,
    RequestSupplementController,
    CompleteSupplementController,
    WithdrawDossierController,
    ReturnResultController,
    FindDossiersController,
    ReadDossierController,
    PrintFormController,
    ExplainReceptionController,
    DownloadFileController,
    ReadApplicantStoreController,
    TrackDossierController,
    KeepAgencies,
    KeepCalendars,
    ReplicateProcedures,
    ReplicateTariffsAndPolicies,
    SettleFeeWhenPaymentReceived,
    FollowCase,
    StoreResult,
    RevokeResult,
  ],
  providers: [
    Agencies,
    Calendars,
    Procedures,
    CircumstancesOf,
    FormChecker,
    FILE_STORE,
    Dossiers,
    SupplementRequests,
    DossierViews,
    AnnounceStatus,
    CheckDraft,
    CreateDraft,
    ChangeDraft,
    ReadStore,
    AttachFile,
    RemoveFile,
    SubmitDossier,
    AcceptDossier,
    AcceptInBulk,
    BulkActions,
    { provide: BULK_HANDLERS, useFactory: (accept: AcceptInBulk) => [accept], inject: [AcceptInBulk] },
    RefuseDossier,
    RequestSupplement,
    CompleteSupplement,
    WithdrawDossier,
    ReturnResult,
    ExpireSupplements,
    TellCaseOfExpiry,
    RecordLateReceptions,
    ApplyCaseFact,
    DossierList,
    AskedDossiers,
    FormFactsOf,
  ],
})
export class IntakeModule {}
