import { Module } from '@nestjs/common';
import {
  Agencies,
  Calendars,
  IssuedPapers,
  ReplicateAgencies,
  ReplicateCalendars,
  ReplicateOfficers,
} from '@motcua/catalogue-copy';
import {
  BULK_HANDLERS,
  BulkActions,
  type BulkHandler,
  Database,
  FILE_STORE,
  ReadBulkActionsController,
  SealingConfig,
} from '@motcua/platform';
import { AcceptDossierController } from './accept-dossier/accept-dossier.controller.js';
import { AcceptInBulk } from './accept-dossier/accept-in-bulk.js';
import { ReadApplicantStoreController } from './read-applicant-store/read-applicant-store.controller.js';
import { ReadStore } from './read-applicant-store/read-store.js';
import { ConsentToReuseController } from './consent-to-reuse/consent-to-reuse.controller.js';
import { RecordReceivedController } from './record-received/record-received.controller.js';
import { AttachFileController } from './attach-file/attach-file.controller.js';
import { Catalogue } from './catalogue/catalogue.js';
import { FormChecker } from './catalogue/form-checker.js';
import { ReplicateProcedures } from './replicate-catalogue/replicate-procedures.consumer.js';
import { ReplicateTariffsAndPolicies } from './replicate-catalogue/replicate-tariffs-and-policies.consumer.js';
import { Procedures } from './catalogue/procedures.js';
import { CheckPopulationController } from './check-population/check-population.controller.js';
import { HttpPopulationDatabase } from './check-population/http-population-database.js';
import { PopulationDatabase } from './check-population/population-database.js';
import { CompleteSupplementController } from './complete-supplement/complete-supplement.controller.js';
import { CorrectDossierController } from './correct-dossier/correct-dossier.controller.js';
import { ChangeContact } from './correct-dossier/change-contact.js';
import { ForwardDossier } from './correct-dossier/forward-dossier.js';
import { CorrectDossier } from './correct-dossier/correct-dossier.js';
import { MessagesController } from './correspondence/messages.controller.js';
import { OtherDuesController } from './other-dues/other-dues.controller.js';
import { ReadMessages } from './correspondence/read-messages.js';
import { ReadCorrections } from './correct-dossier/read-corrections.js';
import { DossierAggregate } from './change/dossier-aggregate.js';
import { DossierFactsOf } from './change/dossier-facts.js';
import { DossierViews } from './dossier-view/dossier-views.js';
import { DuePapers } from './due-papers/due-papers.js';
import { DemandFeeController } from './demand-fee/demand-fee.controller.js';
import { DeleteDraftController } from './delete-draft/delete-draft.controller.js';
import { DownloadFileController } from './download-file/download-file.controller.js';
import { ChangeDraft } from './draft-dossier/change-draft.js';
import { DraftFactsOf } from './drafts/draft-facts.js';
import { CreateDraft } from './draft-dossier/create-draft.js';
import { DraftDossierController } from './draft-dossier/draft-dossier.controller.js';
import { ExpireSupplements } from './expire-supplements/expire-supplements.js';
import { ExplainReceptionController } from './explain-reception/explain-reception.controller.js';
import { NotifyCaseOfExpiry } from './expire-supplements/notify-case-of-expiry.js';
import { AskedDossiers } from './dossier-list/asked-dossiers.js';
import { DossierList } from './dossier-list/dossier-list.js';
import { FindDossiersController } from './find-dossiers/find-dossiers.controller.js';
import { ServeQueueController } from './serve-queue/serve-queue.controller.js';
import { FollowLinked } from './follow-linked/follow-linked.consumer.js';
import { CreateLinkedKind } from './link-dossiers/create-linked.js';
import { LinkedAggregate } from './link-dossiers/linked-aggregate.js';
import { LinkDossiersController } from './link-dossiers/link-dossiers.controller.js';
import { ReadLinked } from './link-dossiers/read-linked.js';
import { SubmitLinkedKind } from './link-dossiers/submit-linked.js';
import { FollowCase } from './follow-case/follow-case.consumer.js';
import { Dossiers } from './change/dossiers.js';
import { FormFactsOf } from './printed-forms-01-to-03/read-form-facts.js';
import { PrintFormController } from './printed-forms-01-to-03/print-form/print-form.controller.js';
import { PrintSelectionController } from './printed-forms-01-to-03/print-selection/print-selection.controller.js';
import { PrintSelection } from './printed-forms-01-to-03/print-selection/print-selection.js';
import { PrintedForms } from './printed-forms-01-to-03/stored-form-bytes.js';
import { MoveAgencyController } from './move-agency/move-agency.controller.js';
import { MoveInBulk } from './move-agency/move-in-bulk.js';
import { ReadDossierController } from './read-dossier/read-dossier.controller.js';
import { ReceiveFromPortal } from './receive-from-portal/receive-from-portal.consumer.js';
import { TakeInDossierKind } from './receive-from-portal/take-in-dossier.js';
import { RefuseDossierController } from './refuse-dossier/refuse-dossier.controller.js';
import { ChangeSupplementController } from './change-supplement/change-supplement.controller.js';
import { RequestSupplementController } from './request-supplement/request-supplement.controller.js';
import { ReceiveInBulkController } from './receive-in-bulk/receive-in-bulk.controller.js';
import { RefuseInBulk } from './refuse-dossier/refuse-in-bulk.js';
import { RequestSupplementInBulk } from './request-supplement/request-supplement-in-bulk.js';
import { EndDrafts } from './end-drafts/end-drafts.js';
import { RemindApplicants } from './remind-applicants/remind-applicants.js';
import { CarryBagsController } from './carry-bags/carry-bags.controller.js';
import { MakeBagKind } from './carry-bags/make-bag.js';
import { MoveBagKind } from './carry-bags/move-bag.js';
import { PrintBagController } from './carry-bags/print-bag.controller.js';
import { ReadBags } from './carry-bags/read-bags.js';
import { SettleMissingKind } from './carry-bags/settle-missing.js';
import { TakeOutKind } from './carry-bags/take-out.js';
import { DeliverByPost } from './deliver-by-post/deliver-by-post.js';
import { HttpPostalService } from './deliver-by-post/http-postal-service.js';
import { NoticesController } from './deliver-by-post/notices.controller.js';
import { PostalOrdersController } from './deliver-by-post/postal-orders.controller.js';
import { PostalService } from './deliver-by-post/postal-service.js';
import { ReadPostalOrders } from './deliver-by-post/read-postal-orders.js';
import { ReturnInBulk } from './return-result/return-in-bulk.js';
import { ReturnInBulkController } from './return-result/return-in-bulk.controller.js';
import { UndoReturnController } from './undo-return/undo-return.controller.js';
import { ReturnResultController } from './return-result/return-result.controller.js';
import { SettleFeeWhenPaymentReceived } from './settle-fee/settle-fee-when-payment-received.consumer.js';
import { SubmitDossierController } from './submit-dossier/submit-dossier.controller.js';
import { TrackDossierController } from './track-dossier/track-dossier.controller.js';
import { Tracking } from './track-dossier/tracking.js';
import { TrackingPageController } from './track-dossier/tracking-page.controller.js';
import { RecordLateReceptions } from './watch-reception/record-late-receptions.js';
import { AskForReceipts } from './watch-receipts/ask-for-receipts.js';
import { WithdrawDossierController } from './withdraw-dossier/withdraw-dossier.controller.js';

@Module({
  controllers: [
    DraftDossierController,
    DeleteDraftController,
    AttachFileController,
    ConsentToReuseController,
    RecordReceivedController,
    SubmitDossierController,
    LinkDossiersController,
    ServeQueueController,
    AcceptDossierController,
    ReceiveInBulkController,
    ReadBulkActionsController,
    RefuseDossierController,
    DemandFeeController,
    MoveAgencyController,
    RequestSupplementController,
    ChangeSupplementController,
    CheckPopulationController,
    CompleteSupplementController,
    WithdrawDossierController,
    CarryBagsController,
    PrintBagController,
    PostalOrdersController,
    NoticesController,
    ReturnInBulkController,
    ReturnResultController,
    UndoReturnController,
    CorrectDossierController,
    MessagesController,
    OtherDuesController,
    FindDossiersController,
    ReadDossierController,
    PrintFormController,
    PrintSelectionController,
    ExplainReceptionController,
    DownloadFileController,
    ReadApplicantStoreController,
    TrackDossierController,
    TrackingPageController,
    ReplicateAgencies,
    ReplicateOfficers,
    ReplicateCalendars,
    ReplicateProcedures,
    ReplicateTariffsAndPolicies,
    SettleFeeWhenPaymentReceived,
    FollowCase,
    FollowLinked,
    ReceiveFromPortal,
  ],
  providers: [
    Agencies,
    Calendars,
    Procedures,
    Catalogue,
    FormChecker,
    {
      provide: IssuedPapers,
      useFactory: (database: Database, { sealingKey }: SealingConfig) => new IssuedPapers(database, sealingKey),
      inject: [Database, SealingConfig],
    },
    FILE_STORE,
    DossierAggregate,
    DossierFactsOf,
    Dossiers,
    DossierViews,
    DuePapers,
    DraftFactsOf,
    CreateDraft,
    LinkedAggregate,
    CreateLinkedKind,
    SubmitLinkedKind,
    ReadLinked,
    ChangeDraft,
    ReadStore,
    CorrectDossier,
    ChangeContact,
    ForwardDossier,
    ReadCorrections,
    ReadMessages,
    AcceptInBulk,
    BulkActions,
    {
      provide: BULK_HANDLERS,
      useFactory: (...handlers: BulkHandler[]) => handlers,
      inject: [AcceptInBulk, RefuseInBulk, RequestSupplementInBulk, MoveInBulk, ReturnInBulk],
    },
    RefuseInBulk,
    RequestSupplementInBulk,
    MoveInBulk,
    ReturnInBulk,
    MakeBagKind,
    MoveBagKind,
    TakeOutKind,
    SettleMissingKind,
    ReadBags,
    ExpireSupplements,
    NotifyCaseOfExpiry,
    RecordLateReceptions,
    RemindApplicants,
    EndDrafts,
    AskForReceipts,
    DossierList,
    Tracking,
    AskedDossiers,
    FormFactsOf,
    PrintedForms,
    PrintSelection,
    TakeInDossierKind,
    DeliverByPost,
    ReadPostalOrders,
    { provide: PostalService, useClass: HttpPostalService },
    { provide: PopulationDatabase, useClass: HttpPopulationDatabase },
  ],
})
export class IntakeModule {}
