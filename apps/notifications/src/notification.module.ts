import { Module } from '@nestjs/common';
import { Agencies, KeepAgencies } from '@motcua/catalogue-copy';
import { Deliveries } from './find-deliveries/deliveries.js';
import { DeliveriesController } from './find-deliveries/deliveries.controller.js';
import { Messages } from './find-messages/messages.js';
import { MessagesController } from './find-messages/messages.controller.js';
import { Applicants } from './keep-applicants/applicants.js';
import { KeepApplicants } from './keep-applicants/keep-applicants.consumer.js';
import { Dossiers } from './keep-dossiers/dossiers.js';
import { KeepProcedureWords } from './keep-dossiers/keep-procedure-words.consumer.js';
import { ProcedureWords } from './keep-dossiers/procedure-words.js';
import { Preferences } from './keep-preferences/preferences.js';
import { PreferencesController } from './keep-preferences/preferences.controller.js';
import { Templates } from './keep-templates/templates.js';
import { TemplatesController } from './keep-templates/templates.controller.js';
import { MailDispatcher } from './send-mail/mail-dispatcher.js';
import { mailSenderProvider } from './send-mail/mail-sender.provider.js';
import { MakeMail } from './send-mail/make-mail.js';
import { OutboundMail } from './send-mail/outbound-mail.js';
import { SendOne } from './send-mail/send-one.js';
import { DescribeDossier } from './tell-applicant/describe-dossier.js';
import { TellApplicant } from './tell-applicant/tell-applicant.js';
import { TellDeadline } from './tell-deadline/tell-deadline.consumer.js';
import { TellEachMove } from './tell-each-move/tell-each-move.consumer.js';
import { TellLateness } from './tell-lateness/tell-lateness.consumer.js';
import { TellOfficer } from './tell-officer/tell-officer.js';
import { TellPayments } from './tell-payments/tell-payments.consumer.js';
import { TellRefusedRequests } from './tell-refused-requests/tell-refused-requests.consumer.js';
import { TellResult } from './tell-result/tell-result.consumer.js';
import { TellReturn } from './tell-return/tell-return.consumer.js';
import { TellWhatIsMissing } from './tell-what-is-missing/tell-what-is-missing.consumer.js';
import { TellWhoHolds } from './tell-who-holds/tell-who-holds.consumer.js';

@Module({
  controllers: [
    DeliveriesController,
    MessagesController,
    PreferencesController,
    TemplatesController,
    KeepAgencies,
    KeepApplicants,
    KeepProcedureWords,
    TellDeadline,
    TellEachMove,
    TellLateness,
    TellPayments,
    TellRefusedRequests,
    TellResult,
    TellReturn,
    TellWhatIsMissing,
    TellWhoHolds,
  ],
  providers: [
    Agencies,
    Applicants,
    Deliveries,
    DescribeDossier,
    Dossiers,
    MailDispatcher,
    mailSenderProvider,
    MakeMail,
    Messages,
    OutboundMail,
    Preferences,
    ProcedureWords,
    SendOne,
    TellApplicant,
    TellOfficer,
    Templates,
  ],
})
export class NotificationModule {}
