import { Module, type Provider } from '@nestjs/common';
import { Agencies, Calendars, IssuedPapers, ReplicateAgencies, ReplicateCalendars } from '@motcua/catalogue-copy';
import {
  BULK_HANDLERS,
  BulkActions,
  type BulkHandler,
  Database,
  FILE_STORE,
  ReadBulkActionsController,
  SealingConfig,
} from '@motcua/platform';
import { CaseAccess } from './access/case-access.js';
import { AddResultController } from './results/add-result/add-result.controller.js';
import { AddResults } from './results/add-result/add-result.use-case.js';
import { PrintResult } from './printed-forms-04-to-07/print-result.js';
import { CalculateDeadlineController } from './deadlines/calculate-deadline/calculate-deadline.controller.js';
import { CalculateDeadline } from './deadlines/calculate-deadline/calculate-deadline.js';
import { CaseCommands } from './change/case-commands.js';
import { ReadCaseFacts } from './change/read-case-facts.js';
import { CompleteTaskController } from './tasks/complete-task/complete-task.controller.js';
import { CompleteTasks } from './tasks/complete-task/complete-task.use-case.js';
import { CountTasksController } from './tasks/count-tasks/count-tasks.controller.js';
import { CountTasks } from './tasks/count-tasks/count-tasks.js';
import { CountSupplementsBeforeAcceptance } from './supplements/count-supplements-before-acceptance/count-supplements-before-acceptance.consumer.js';
import { DecideWithdrawalWhenRequested } from './cases/decide-withdrawal-when-requested/decide-withdrawal-when-requested.consumer.js';
import { Staffing } from './process/define-process/staffing.js';
import { DefineProcesses } from './process/define-process/define-process.js';
import { ProcessDefinitionsController } from './process/define-process/process-definitions.controller.js';
import { DrawProcessController } from './process/draw-process/draw-process.controller.js';
import { EscalateCaseController } from './cases/escalate-case/escalate-case.controller.js';
import { ExpireConsultations } from './tasks/expire-consultations/expire-consultations.js';
import { ExplainDeadlineController } from './deadlines/explain-deadline/explain-deadline.controller.js';
import { ExtendDeadlineController } from './deadlines/extend-deadline/extend-deadline.controller.js';
import { FindTasksController } from './tasks/find-tasks/find-tasks.controller.js';
import { FindTasks } from './work-list/find-tasks.js';
import { TaskSelections } from './work-list/task-selections.js';
import { DemandFeeController } from './fees/demand-fee/demand-fee.controller.js';
import { MoveAgencyWhenDossierMoved } from './cases/move-agency-when-dossier-moved/move-agency-when-dossier-moved.consumer.js';
import { GoOnWhenFeePaid } from './fees/go-on-when-fee-paid/go-on-when-fee-paid.consumer.js';
import { GoOnWhenSupplementCompleted } from './supplements/go-on-when-supplement-completed/go-on-when-supplement-completed.consumer.js';
import { AskOpinionController } from './tasks/ask-opinion/ask-opinion.controller.js';
import { CloseQuestionController } from './tasks/close-question/close-question.controller.js';
import { UndoAcceptanceController } from './cases/undo-acceptance/undo-acceptance.controller.js';
import { RecallTaskController } from './tasks/recall-task/recall-task.controller.js';
import { HandOverController } from './tasks/hand-over/hand-over.controller.js';
import { CompleteInBulk } from './tasks/complete-task/complete-in-bulk.js';
import { AssignInBulk } from './tasks/hold-task/assign-in-bulk.js';
import { HoldInBulk } from './tasks/hold-task/hold-in-bulk.js';
import { DoInBulkController } from './tasks/do-in-bulk/do-in-bulk.controller.js';
import { HoldTaskController } from './tasks/hold-task/hold-task.controller.js';
import { FollowCorrection } from './cases/follow-correction/follow-correction.consumer.js';
import { ReplicateApplicants } from './cases/replicate-applicants/replicate-applicants.consumer.js';
import { OfficersController } from './officers/maintain-officers/officers.controller.js';
import { ReplicateProcedureTerms } from './deadlines/replicate-terms/replicate-procedure-terms.consumer.js';
import { ReplicateTermPolicies } from './deadlines/replicate-terms/replicate-term-policies.consumer.js';
import { PromisedTerm } from './persistence/promised-term.js';
import { MoveCasesController } from './process/move-cases/move-cases.controller.js';
import { GoOnWithMoves } from './process/move-cases/go-on-with-move.js';
import { PlanMoves } from './process/move-cases/plan-move.js';
import { ProcessMoves } from './persistence/process-moves.js';
import { TrackingBook } from './printed-forms-04-to-07/form-07-tracking-book/form-07-tracking-book.js';
import { TrackingBookController } from './printed-forms-04-to-07/form-07-tracking-book/tracking-book.controller.js';
import { RecordReturnWhenDossierReturned } from './cases/record-return-when-dossier-returned/record-return-when-dossier-returned.consumer.js';
import { OpenCaseWhenDossierAccepted } from './cases/open-case-when-dossier-accepted/open-case-when-dossier-accepted.consumer.js';
import { OpenCase } from './cases/open-case-when-dossier-accepted/open-case.js';
import { CalendarsOfCase } from './persistence/calendars-of-case.js';
import { Cases } from './persistence/cases.js';
import { OfficerRegister } from './persistence/officer-register.js';
import { ProcessDefinitions } from './persistence/process-definitions.js';
import { CaseForms } from './printed-forms-04-to-07/forms-04-to-06/forms-04-to-06.js';
import { PrintFormsController } from './printed-forms-04-to-07/forms-04-to-06/print-forms.controller.js';
import { ReadOpinionsController } from './tasks/read-opinions/read-opinions.controller.js';
import { ReadResultsController } from './results/read-results/read-results.controller.js';
import { CasesOnCalendar } from './deadlines/recalculate-deadlines/cases-on-calendar.js';
import { DeadlineRecalculationsController } from './deadlines/recalculate-deadlines/deadline-recalculations.controller.js';
import { PreviewRecalculation } from './deadlines/recalculate-deadlines/preview-recalculation.js';
import { RecalculateCases } from './deadlines/recalculate-deadlines/recalculate-cases.js';
import { RecalculateCase } from './deadlines/recalculate-deadlines/recalculate-case.js';
import { Recalculations } from './persistence/recalculations.js';
import { StartRecalculation } from './deadlines/recalculate-deadlines/start-recalculation.js';
import { TryRecalculation } from './deadlines/recalculate-deadlines/try-recalculation.js';
import { ChangeRequestController } from './supplements/change-request/change-request.controller.js';
import { RequestSupplementController } from './supplements/request-supplement/request-supplement.controller.js';
import { SendBackController } from './tasks/send-back/send-back.controller.js';
import { CaseReader } from './access/case-reader.js';
import { NotesController } from './cases/write-notes/notes.controller.js';
import { ReadNotes } from './cases/write-notes/read-notes.js';
import { ShowCaseController } from './cases/show-case/show-case.controller.js';
import { ShowTaskController } from './tasks/show-task/show-task.controller.js';
import { TaskReader } from './access/task-reader.js';
import { FindOfficers } from './officers/find-officers/find-officers.js';
import { FindOfficersController } from './officers/find-officers/find-officers.controller.js';
import { UnstaffedGauge } from './officers/find-unstaffed-steps/unstaffed-gauge.js';
import { UnstaffedSteps } from './officers/find-unstaffed-steps/unstaffed-steps.js';
import { UnstaffedStepsController } from './officers/find-unstaffed-steps/unstaffed-steps.controller.js';
import { Workload } from './officers/show-workload/workload.js';
import { WorkloadController } from './officers/show-workload/workload.controller.js';
import { RemoveResultController } from './results/remove-result/remove-result.controller.js';
import { DocumentNumbers } from './persistence/document-numbers.js';
import { MaintainDocumentFormsController } from './results/maintain-document-forms/maintain-document-forms.controller.js';
import { ReplaceResultController } from './results/replace-result/replace-result.controller.js';
import { ReceiveResult } from './results/receive-result.js';
import { ReplaceResults } from './results/replace-result/replace-result.use-case.js';
import { RevokeResultController } from './results/revoke-result/revoke-result.controller.js';
import { SIGNER } from './signing/signer.provider.js';
import { SignResults } from './signing/put-signatures.js';
import { StopWhenSupplementExpired } from './supplements/stop-when-supplement-expired/stop-when-supplement-expired.consumer.js';
import { StopCaseController } from './cases/stop-case/stop-case.controller.js';
import { WatchDeadlines } from './deadlines/watch-deadlines/watch-deadlines.js';

/** What officers may do to many tasks at once. */
const TASK_BULK_HANDLERS: Provider = {
  provide: BULK_HANDLERS,
  inject: [CaseCommands, TaskReader],
  useFactory: (commands: CaseCommands, tasks: TaskReader): BulkHandler[] => [
    new HoldInBulk('claim', commands),
    new HoldInBulk('release', commands),
    new AssignInBulk(commands),
    ...(['forward', 'approve'] as const).map((action) => new CompleteInBulk(action, commands, tasks)),
  ],
};

@Module({
  controllers: [
    ReplicateAgencies,
    ReplicateCalendars,
    ReplicateProcedureTerms,
    ReplicateTermPolicies,
    ReplicateApplicants,
    FollowCorrection,
    RecordReturnWhenDossierReturned,
    CountSupplementsBeforeAcceptance,
    OpenCaseWhenDossierAccepted,
    GoOnWhenSupplementCompleted,
    GoOnWhenFeePaid,
    MoveAgencyWhenDossierMoved,
    StopWhenSupplementExpired,
    DecideWithdrawalWhenRequested,
    FindTasksController,
    CountTasksController,
    WorkloadController,
    FindOfficersController,
    UnstaffedStepsController,
    ShowTaskController,
    HoldTaskController,
    DoInBulkController,
    ReadBulkActionsController,
    CompleteTaskController,
    SendBackController,
    HandOverController,
    UndoAcceptanceController,
    RecallTaskController,
    AskOpinionController,
    CloseQuestionController,
    ReadOpinionsController,
    ShowCaseController,
    NotesController,
    ExplainDeadlineController,
    RequestSupplementController,
    ChangeRequestController,
    DemandFeeController,
    StopCaseController,
    ExtendDeadlineController,
    EscalateCaseController,
    AddResultController,
    ReadResultsController,
    RemoveResultController,
    RevokeResultController,
    ReplaceResultController,
    MaintainDocumentFormsController,
    PrintFormsController,
    TrackingBookController,
    OfficersController,
    ProcessDefinitionsController,
    DrawProcessController,
    MoveCasesController,
    CalculateDeadlineController,
    DeadlineRecalculationsController,
  ],
  providers: [
    Agencies,
    Calendars,
    {
      provide: IssuedPapers,
      useFactory: (database: Database, { sealingKey }: SealingConfig) => new IssuedPapers(database, sealingKey),
      inject: [Database, SealingConfig],
    },
    FILE_STORE,
    SIGNER,
    CaseAccess,
    CalendarsOfCase,
    Cases,
    CaseCommands,
    ReadCaseFacts,
    OpenCase,
    WatchDeadlines,
    CasesOnCalendar,
    TryRecalculation,
    Recalculations,
    StartRecalculation,
    PreviewRecalculation,
    RecalculateCase,
    RecalculateCases,
    OfficerRegister,
    ProcessDefinitions,
    CaseReader,
    ReadNotes,
    TaskReader,
    FindTasks,
    TaskSelections,
    CountTasks,
    Workload,
    FindOfficers,
    UnstaffedSteps,
    UnstaffedGauge,
    PromisedTerm,
    DefineProcesses,
    Staffing,
    ProcessMoves,
    PlanMoves,
    GoOnWithMoves,
    BulkActions,
    TASK_BULK_HANDLERS,
    CompleteTasks,
    SignResults,
    ReceiveResult,
    AddResults,
    ReplaceResults,
    DocumentNumbers,
    PrintResult,
    CaseForms,
    TrackingBook,
    CalculateDeadline,
    ExpireConsultations,
  ],
})
export class WorkflowModule {}
