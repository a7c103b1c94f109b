import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
  IssuedPapers1796077800000,
} from '@motcua/catalogue-copy';
import {
  agencyIn,
  BulkActions,
  BulkTables1700000000122,
  codeIn,
  FilesConfig,
  registerIn,
  SealingConfig,
  type ServiceDefinition,
  sql,
} from '@motcua/platform';
import { Deputies1700000000121 } from './persistence/migrations/202611271126-add-deputies.migration.js';
import { ExpireConsultations } from './tasks/expire-consultations/expire-consultations.js';
import { ProcessingGraph1700000000101 } from './persistence/migrations/202611271154-add-processing-graph.migration.js';
import { ProcessMoves1700000000102 } from './persistence/migrations/202611271224-add-process-moves.migration.js';
import { SeveralTasks1700000000100 } from './persistence/migrations/202611271107-allow-several-tasks.migration.js';
import { WorkList1700000000120 } from './persistence/migrations/202611271125-index-work-list.migration.js';
import { ResultLife1700000000132 } from './persistence/migrations/202611271240-add-result-life.migration.js';
import { TrackingBook1700000000131 } from './persistence/migrations/202611271206-add-tracking-book.migration.js';
import { AddFeeDemands1764538260000 } from './persistence/migrations/202611302131-add-fee-demands.migration.js';
import { WorkflowTables1700000000010 } from './persistence/migrations/202611221522-create-workflow-tables.migration.js';
import { Recalculations1700000000111 } from './persistence/migrations/202611271226-add-recalculations.migration.js';
import { WatchedInstants1700000000110 } from './persistence/migrations/202611271225-add-watched-instants.migration.js';
import { NameApplicantsByDossier1796073600000 } from './persistence/migrations/202611302120-name-applicants-by-dossier.migration.js';
import { AddResultDecision1796073660000 } from './persistence/migrations/202611302120-add-result-decision.migration.js';
import { Recalls1764538200000 } from './persistence/migrations/202611302130-add-recalls.migration.js';
import { Apologies1796076000000 } from './persistence/migrations/202611302200-add-apologies.migration.js';
import { AddResultReplacement1796075400000 } from './persistence/migrations/202611302150-add-result-replacement.migration.js';
import { CreateDocumentNumbers1796078100000 } from './persistence/migrations/202611302235-create-document-numbers.migration.js';
import { FoldIAndY1796089200000 } from './persistence/migrations/202612010140-fold-i-and-y.migration.js';
import { AddParties1796110200000 } from './persistence/migrations/202612010730-add-parties.migration.js';
import { AddQuestions1796088600000 } from './persistence/migrations/202612010130-add-questions.migration.js';
import { AddDetachedSignatures1796141400000 } from './persistence/migrations/202612011530-add-detached-signatures.migration.js';
import { CreateNotes1796115600000 } from './persistence/migrations/202612010900-create-notes.migration.js';
import { UndoAcceptances1796122800000 } from './persistence/migrations/202612011200-undo-acceptances.migration.js';
import { HISTORY } from './persistence/history.js';
import { WORKFLOW_PROBLEMS } from './problems.js';
import { SignerConfig } from './signing/signer.config.js';
import { RecalculateCases } from './deadlines/recalculate-deadlines/recalculate-cases.js';
import { PromiseConfig } from './persistence/promise.config.js';
import { WatchConfig } from './persistence/watch.config.js';
import { WatchDeadlines } from './deadlines/watch-deadlines/watch-deadlines.js';
import { WORKFLOW_METRICS } from './officers/find-unstaffed-steps/unstaffed-gauge.js';
import { WorkflowModule } from './workflow.module.js';

export const workflow: ServiceDefinition = {
  name: 'workflow',
  app: 'processing-workflow',
  title: 'Processing workflow',
  summary: {
    vi: 'Xử lý hồ sơ từ khi tiếp nhận đến khi có kết quả: việc, cán bộ, bổ sung, thời hạn, kết quả và ký số.',
    en: 'The processing of accepted dossiers until their result: tasks, officers, supplements, deadlines, results, signing.',
  },
  module: WorkflowModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    WorkflowTables1700000000010,
    SeveralTasks1700000000100,
    ProcessingGraph1700000000101,
    ProcessMoves1700000000102,
    WorkList1700000000120,
    Deputies1700000000121,
    BulkTables1700000000122,
    TrackingBook1700000000131,
    WatchedInstants1700000000110,
    Recalculations1700000000111,
    ResultLife1700000000132,
    NameApplicantsByDossier1796073600000,
    AddResultDecision1796073660000,
    Recalls1764538200000,
    AddFeeDemands1764538260000,
    IssuedPapers1796077800000,
    Apologies1796076000000,
    AddResultReplacement1796075400000,
    CreateDocumentNumbers1796078100000,
    FoldIAndY1796089200000,
    AddQuestions1796088600000,
    AddParties1796110200000,
    CreateNotes1796115600000,
    UndoAcceptances1796122800000,
    AddDetachedSignatures1796141400000,
    AgencySuccessors1796142000000,
    AddKindOfAgencyCopy1796149860000,
  ],
  problems: WORKFLOW_PROBLEMS,
  history: HISTORY,
  configs: [FilesConfig, SealingConfig, SignerConfig, WatchConfig, PromiseConfig],
  sweeps: [ExpireConsultations, WatchDeadlines, RecalculateCases, BulkActions],
  metrics: WORKFLOW_METRICS,
  registers: {
    agency: agencyIn('agency_copy'),
    // A case may come before its procedure's version: nothing orders topics.
    procedure: (code) =>
      sql`(${codeIn('procedure_terms')(code)} OR ${codeIn('listed_procedure', 'procedure_code')(code)})`,
  },
  registeredAgencies: registerIn('officer'),
  uploads: true,
};
