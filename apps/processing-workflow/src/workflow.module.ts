import { Module } from '@nestjs/common';
import { Agencies, Calendars, KeepAgencies, KeepCalendars } from '@motcua/catalogue-copy';
import { BulkActions, FILE_STORE, ReadBulkActionsController } from '@motcua/platform';
import { CaseAccess } from './access/case-access.js';
import { AddResultController } from './add-result/add-result.controller.js';
import { AddResult } from './add-result/add-result.use-case.js';
import { PrintResult } from './add-result/print-result.js';
import { CalculateDeadlineController } from './calculate-deadline/calculate-deadline.controller.js';
import { CalculateDeadline } from './calculate-deadline/calculate-deadline.js';
import { ChangeCase } from './change-case/change-case.js';
import { CompleteTaskController } from './complete-task/complete-task.controller.js';
import { CompleteTask } from './complete-task/complete-task.use-case.js';
import { CountTasksController } from './count-tasks/count-tasks.controller.js';
import { CountTasks } from './count-tasks/count-tasks.js';
import { CountSupplementsBeforeAcceptance } from './count-supplements-before-acceptance/count-supplements-before-acceptance.consumer.js';
import { DecideWithdrawalWhenRequested } from './decide-withdrawal-when-requested/decide-withdrawal-when-requested.consumer.js';
import { DefineProcess } from './define-process/define-process.use-case.js';
import { ProcessDefinitionsController } from './define-process/process-definitions.controller.js';
import { DrawProcessController } from './draw-process/draw-process.controller.js';
import { EscalateCaseController } from './escalate-case/escalate-case.controller.js';
import { ExpireConsultations } from './expire-consultations/expire-consultations.js';
import { ExplainDeadlineController } from './explain-deadline/explain-deadline.controller.js';
import { ExtendDeadlineController } from './extend-deadline/extend-deadline.controller.js';
import { FindTasksController } from './find-tasks/find-tasks.controller.js';
import { FindTasks } from './find-tasks/find-tasks.js';
import { TaskSelections } from './find-tasks/task-selections.js';
import { GoOnWhenSupplementCompleted } from './go-on-when-supplement-completed/go-on-when-supplement-completed.consumer.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { Assignees } from './hold-task/assignees.js';
import { ChangeTask } from './hold-task/change-task.js';
import { TASK_BULK_HANDLERS } from './do-in-bulk/bulk-handlers.provider.js';
import { DoInBulkController } from './do-in-bulk/do-in-bulk.controller.js';
import { HoldTaskController } from './hold-task/hold-task.controller.js';
import { KeepApplicants } from './keep-applicants/keep-applicants.consumer.js';
import { HoldTask } from './hold-task/hold-task.use-case.js';
import { KeepOfficer } from './keep-officers/keep-officer.use-case.js';
import { OfficersController } from './keep-officers/officers.controller.js';
import { KeepProcedureTerms } from './keep-terms/keep-procedure-terms.consumer.js';
import { KeepTermPolicies } from './keep-terms/keep-term-policies.consumer.js';
import { PromisedTerm } from './keep-terms/promised-term.js';
import { MoveCasesController } from './move-cases/move-cases.controller.js';
import { MoveCases } from './move-cases/move-cases.use-case.js';
import { ProcessMoves } from './move-cases/process-moves.js';
import { TrackingBook } from './keep-tracking-book/tracking-book.js';
import { TrackingBookController } from './keep-tracking-book/tracking-book.controller.js';
import { NoteReturnWhenDossierReturned } from './note-return-when-dossier-returned/note-return-when-dossier-returned.consumer.js';
import { OpenCaseWhenDossierAccepted } from './open-case-when-dossier-accepted/open-case-when-dossier-accepted.consumer.js';
import { Openings } from './open-step/openings.js';
import { CalendarsOfCase } from './persistence/calendars-of-case.js';
import { CaseStore } from './persistence/case-store.js';
import { OfficerRegister } from './persistence/officer-register.js';
import { ProcessDefinitions } from './persistence/process-definitions.js';
import { CaseForms } from './print-forms/case-forms.js';
import { PrintFormsController } from './print-forms/print-forms.controller.js';
import { ReadOpinionsController } from './read-opinions/read-opinions.controller.js';
import { ReadResultsController } from './read-results/read-results.controller.js';
import { CasesOnCalendar } from './recalculate-deadlines/cases-on-calendar.js';
import { DeadlineRecalculationsController } from './recalculate-deadlines/deadline-recalculations.controller.js';
import { PreviewRecalculation } from './recalculate-deadlines/preview-recalculation.js';
import { RecalculateCases } from './recalculate-deadlines/recalculate-cases.js';
import { Recalculations } from './recalculate-deadlines/recalculations.js';
import { StartRecalculation } from './recalculate-deadlines/start-recalculation.js';
import { TryRecalculation } from './recalculate-deadlines/try-recalculation.js';
import { RequestSupplementController } from './request-supplement/request-supplement.controller.js';
import { SendBackController } from './send-back/send-back.controller.js';
import { CaseReader } from './show-case/case-reader.js';
import { ShowCaseController } from './show-case/show-case.controller.js';
import { ShowTaskController } from './show-task/show-task.controller.js';
import { TaskReader } from './show-task/task-reader.js';
import { Workload } from './show-workload/workload.js';
import { WorkloadController } from './show-workload/workload.controller.js';
import { RevokeResultController } from './revoke-result/revoke-result.controller.js';
import { SIGNER } from './sign-results/signer.provider.js';
import { SignResults } from './sign-results/sign-results.use-case.js';
import { StopWhenSupplementExpired } from './stop-when-supplement-expired/stop-when-supplement-expired.consumer.js';
import { StopCaseController } from './stop-case/stop-case.controller.js';
import { CaseWatch } from './watch-deadlines/case-watch.js';
import { WatchDeadlines } from './watch-deadlines/watch-deadlines.js';

@Module({
  controllers: [
    KeepAgencies,
    KeepCalendars,
    KeepProcedureTerms,
    KeepTermPolicies,
    KeepApplicants,
    NoteReturnWhenDossierReturned,
    CountSupplementsBeforeAcceptance,
    OpenCaseWhenDossierAccepted,
    GoOnWhenSupplementCompleted,
    StopWhenSupplementExpired,
    DecideWithdrawalWhenRequested,
    FindTasksController,
    CountTasksController,
    WorkloadController,
    ShowTaskController,
    HoldTaskController,
    DoInBulkController,
    ReadBulkActionsController,
    CompleteTaskController,
    SendBackController,
    HandOverController,
    ReadOpinionsController,
    ShowCaseController,
    ExplainDeadlineController,
    RequestSupplementController,
    StopCaseController,
    ExtendDeadlineController,
    EscalateCaseController,
    AddResultController,
    ReadResultsController,
    RevokeResultController,
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
    FILE_STORE,
    SIGNER,
    CaseAccess,
    CalendarsOfCase,
    CaseStore,
    CaseWatch,
    WatchDeadlines,
    CasesOnCalendar,
    TryRecalculation,
    Recalculations,
    StartRecalculation,
    PreviewRecalculation,
    RecalculateCases,
    OfficerRegister,
    ProcessDefinitions,
    CaseReader,
    TaskReader,
    FindTasks,
    TaskSelections,
    CountTasks,
    Workload,
    ChangeTask,
    ChangeCase,
    Assignees,
    Openings,
    PromisedTerm,
    DefineProcess,
    ProcessMoves,
    MoveCases,
    HoldTask,
    BulkActions,
    TASK_BULK_HANDLERS,
    CompleteTask,
    SignResults,
    AddResult,
    PrintResult,
    CaseForms,
    TrackingBook,
    KeepOfficer,
    CalculateDeadline,
    ExpireConsultations,
  ],
})
export class WorkflowModule {}
