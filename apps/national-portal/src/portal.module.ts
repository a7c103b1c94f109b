import { Module } from '@nestjs/common';
import { Agencies, ReplicateAgencies } from '@motcua/catalogue-copy';
import { FILE_STORE } from '@motcua/platform';
import { AcknowledgeDeliveryController } from './acknowledge-delivery/acknowledge-delivery.controller.js';
import { AcknowledgeRecordController } from './acknowledge-record/acknowledge-record.controller.js';
import { CatalogueFetches } from './catalogue-fetches/catalogue-fetches.js';
import { CatalogueFetcher } from './fetch-catalogue/catalogue-fetcher.js';
import { CatalogueFetchesController } from './fetch-catalogue/catalogue-fetches.controller.js';
import { FetchCatalogue } from './fetch-catalogue/fetch-catalogue.js';
import { MapListedCodesWhenRegisterShown } from './map-listed-codes/map-listed-codes.consumer.js';
import { KeepListedCodes } from './portal-lists/keep-listed-codes.js';
import { FetchPaper } from './fetch-files/fetch-paper.js';
import { FetchPapers } from './fetch-files/fetch-papers.js';
import { FindDeliveries } from './find-deliveries/find-deliveries.js';
import { FindDeliveriesController } from './find-deliveries/find-deliveries.controller.js';
import { FindJournal } from './find-journal/find-journal.js';
import { FindJournalController } from './find-journal/find-journal.controller.js';
import { FollowHandOver } from './hand-over/follow-hand-over.consumer.js';
import { HandOver } from './hand-over/hand-over.js';
import { Prepare } from './hand-over/prepare.js';
import { CodeMapsController } from './maintain-code-maps/code-maps.controller.js';
import { FindCodeMaps } from './maintain-code-maps/find-code-maps.js';
import { ReadDossier } from './read-dossiers/read-dossier.js';
import { ReadDossiersController } from './read-dossiers/read-dossiers.controller.js';
import { ReceiveDossiersController } from './receive-dossiers/receive-dossiers.controller.js';
import { ReceiveRequestsController } from './receive-requests/receive-requests.controller.js';
import { Reconcile } from './reconcile/reconcile.js';
import { Reconciler } from './reconcile/reconciler.js';
import { ReconciliationsController } from './reconcile/reconciliations.controller.js';
import { Reconciliations } from './reconciliations/reconciliations.js';
import { Records } from './records/records.js';
import { RetryJournalController } from './retry-journal/retry-journal.controller.js';
import { ShowSynchronisationController } from './show-synchronisation/show-synchronisation.controller.js';
import { Synchronisation } from './synchronisation/synchronisation.js';
import { SynchronisationGauges } from './synchronisation/synchronisation-gauges.js';
import { DossierFacts } from './dossiers/dossier-facts.js';
import { MapiPortal } from './exchange/mapi-portal.js';
import { NationalPortal } from './exchange/national-portal.js';
import { FollowCase } from './follow-dossiers/follow-case.consumer.js';
import { FollowIntake } from './follow-dossiers/follow-intake.consumer.js';
import { FollowPayments } from './follow-dossiers/follow-payments.consumer.js';
import { ReplicateApplicants } from './replicate-applicants/replicate-applicants.consumer.js';
import { ReplicateOfficers } from './replicate-catalogue/replicate-officers.consumer.js';
import { ReplicateProcedures } from './replicate-catalogue/replicate-procedures.consumer.js';
import { Outbound } from './send-records/outbound.js';
import { SendOne } from './send-records/send-one.js';
import { Sender } from './send-records/sender.js';
import { SenderLease } from './send-records/sender-lease.js';

@Module({
  controllers: [
    AcknowledgeDeliveryController,
    AcknowledgeRecordController,
    CatalogueFetchesController,
    CodeMapsController,
    FindDeliveriesController,
    FindJournalController,
    FollowHandOver,
    ReadDossiersController,
    ReceiveDossiersController,
    ReceiveRequestsController,
    ReconciliationsController,
    RetryJournalController,
    ShowSynchronisationController,
    FollowCase,
    FollowIntake,
    FollowPayments,
    ReplicateAgencies,
    ReplicateApplicants,
    ReplicateOfficers,
    ReplicateProcedures,
    MapListedCodesWhenRegisterShown,
  ],
  providers: [
    CatalogueFetcher,
    CatalogueFetches,
    FetchCatalogue,
    KeepListedCodes,
    FetchPaper,
    FetchPapers,
    FILE_STORE,
    FindCodeMaps,
    FindDeliveries,
    FindJournal,
    HandOver,
    Prepare,
    ReadDossier,
    Reconcile,
    Reconciler,
    Reconciliations,
    Records,
    Synchronisation,
    SynchronisationGauges,
    Agencies,
    DossierFacts,
    { provide: NationalPortal, useClass: MapiPortal },
    Outbound,
    Sender,
    SenderLease,
    SendOne,
  ],
})
export class PortalModule {}
