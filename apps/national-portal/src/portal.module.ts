import { Module } from '@nestjs/common';
import { Agencies, KeepAgencies } from '@motcua/catalogue-copy';
import { DossierFacts } from './dossiers/dossier-facts.js';
import { Officers } from './dossiers/officers.js';
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
    FollowCase,
    FollowIntake,
    FollowPayments,
    KeepAgencies,
    ReplicateApplicants,
    ReplicateOfficers,
    ReplicateProcedures,
  ],
  providers: [
    Agencies,
    DossierFacts,
    { provide: NationalPortal, useClass: MapiPortal },
    Officers,
    Outbound,
    Sender,
    SenderLease,
    SendOne,
  ],
})
export class PortalModule {}
