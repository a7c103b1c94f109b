import { Module } from '@nestjs/common';
import { Agencies, ReplicateAgencies } from '@motcua/catalogue-copy';
import { FILE_STORE } from '@motcua/platform';
import { Deliveries } from './find-deliveries/deliveries.js';
import { DeliveriesController } from './find-deliveries/deliveries.controller.js';
import { Messages } from './find-messages/messages.js';
import { MessagesController } from './find-messages/messages.controller.js';
import { Applicants } from './applicants/applicants.js';
import { ReplicateApplicants } from './replicate-applicants/replicate-applicants.consumer.js';
import { Dossiers } from './dossiers/dossiers.js';
import { ReplicateProcedureWords } from './replicate-procedure-words/replicate-procedure-words.consumer.js';
import { ProcedureWords } from './dossiers/procedure-words.js';
import { Preferences } from './preferences/preferences.js';
import { PreferencesController } from './maintain-preferences/preferences.controller.js';
import { Templates } from './templates/templates.js';
import { TemplatesController } from './maintain-templates/templates.controller.js';
import { MailDispatcher } from './send-mail/mail-dispatcher.js';
import { mailSenderProvider } from './send-mail/mail-sender.provider.js';
import { MakeMail } from './send-mail/make-mail.js';
import { OutboundMail } from './send-mail/outbound-mail.js';
import { SendOne } from './send-mail/send-one.js';
import { NotifyApplicant } from './deliveries/notify-applicant.js';
import { NotifyUnconfirmedReceipt } from './notify-unconfirmed-receipt/notify-unconfirmed-receipt.consumer.js';
import { NotifyMessages } from './notify-messages/notify-messages.consumer.js';
import { NotifyWhatCame } from './notify-what-came/notify-what-came.consumer.js';
import { NotifyDeadline } from './notify-deadline/notify-deadline.consumer.js';
import { NotifyEachMove } from './notify-each-move/notify-each-move.consumer.js';
import { NotifyLateness } from './notify-lateness/notify-lateness.consumer.js';
import { WriteNews } from './deliveries/write-news.js';
import { NotifyOfficer } from './deliveries/notify-officer.js';
import { NotifyPayments } from './notify-payments/notify-payments.consumer.js';
import { NotifyRefusedRequests } from './notify-refused-requests/notify-refused-requests.consumer.js';
import { NotifyResult } from './notify-result/notify-result.consumer.js';
import { NotifyCorrection } from './notify-correction/notify-correction.consumer.js';
import { NotifyReminders } from './notify-reminders/notify-reminders.consumer.js';
import { NotifyPost } from './notify-post/notify-post.consumer.js';
import { NotifyReturn } from './notify-return/notify-return.consumer.js';
import { NotifyFeeDemands } from './notify-fee-demands/notify-fee-demands.consumer.js';
import { NotifyWhatIsMissing } from './notify-what-is-missing/notify-what-is-missing.consumer.js';
import { NotifyWhoHolds } from './notify-who-holds/notify-who-holds.consumer.js';

@Module({
  controllers: [
    DeliveriesController,
    MessagesController,
    PreferencesController,
    TemplatesController,
    ReplicateAgencies,
    ReplicateApplicants,
    ReplicateProcedureWords,
    NotifyDeadline,
    NotifyWhatCame,
    NotifyMessages,
    NotifyUnconfirmedReceipt,
    NotifyEachMove,
    NotifyLateness,
    NotifyPayments,
    NotifyRefusedRequests,
    NotifyResult,
    NotifyCorrection,
    NotifyReminders,
    NotifyReturn,
    NotifyPost,
    NotifyWhatIsMissing,
    NotifyFeeDemands,
    NotifyWhoHolds,
  ],
  providers: [
    Agencies,
    Applicants,
    Deliveries,
    Dossiers,
    MailDispatcher,
    mailSenderProvider,
    MakeMail,
    Messages,
    OutboundMail,
    Preferences,
    ProcedureWords,
    SendOne,
    NotifyApplicant,
    NotifyOfficer,
    WriteNews,
    Templates,
    FILE_STORE,
  ],
})
export class NotificationModule {}
