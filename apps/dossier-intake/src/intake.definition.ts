import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
  CreateOfficerCopy1796091000000,
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
} from '@motcua/platform';
import { IntakeModule } from './intake.module.js';
import { ExpireSupplements } from './expire-supplements/expire-supplements.js';
import { NotifyCaseOfExpiry } from './expire-supplements/notify-case-of-expiry.js';
import { IntakeConfig } from './intake.config.js';
import { HISTORY } from './persistence/history.js';
import { CatalogueRevision1700000100140 } from './persistence/migrations/202611301740-create-catalogue-revision.migration.js';
import { IntakeTables1700000100000 } from './persistence/migrations/202611221533-create-intake-tables.migration.js';
import { LapsedSupplements1700000100110 } from './persistence/migrations/202611271111-add-lapsed-supplements.migration.js';
import { ReceptionRuns1700000100111 } from './persistence/migrations/202611271224-create-reception-runs.migration.js';
import { TaskAgencies1700000100103 } from './persistence/migrations/202611271110-add-task-agencies.migration.js';
import { StoreValidity1700000100133 } from './persistence/migrations/202611271240-add-store-validity.migration.js';
import { CreatePortalDossiers1764527400000 } from './persistence/migrations/202611301830-create-portal-dossiers.migration.js';
import { AddCitizenStore1796073000000 } from './persistence/migrations/202611302110-add-citizen-store.migration.js';
import { AddStoreSources1796074200000 } from './persistence/migrations/202611302130-add-store-sources.migration.js';
import { OfficeRequests1764537300000 } from './persistence/migrations/202611302115-add-office-requests.migration.js';
import { AddFeeDemand1764538320000 } from './persistence/migrations/202611302132-add-fee-demand.migration.js';
import { PostalConfig } from './deliver-by-post/postal.config.js';
import { CopyReceipts1796152200000 } from './persistence/migrations/202612011910-copy-receipts.migration.js';
import { OrderAtThePost1796151000000 } from './persistence/migrations/202612011850-order-at-the-post.migration.js';
import { PopulationConfig } from './check-population/population.config.js';
import { AddPopulationCheck1764539100000 } from './persistence/migrations/202611302145-add-population-check.migration.js';
import { AddStoreReplacement1796075520000 } from './persistence/migrations/202611302152-add-store-replacement.migration.js';
import { AddCorrections1796074800000 } from './persistence/migrations/202611302140-add-corrections.migration.js';
import { CreateMessages1796130900000 } from './persistence/migrations/202612011315-create-messages.migration.js';
import { AddSupplementParts1796129400000 } from './persistence/migrations/202612011250-add-supplement-parts.migration.js';
import { AddSupplementCancellation1796090400000 } from './persistence/migrations/202612010200-add-supplement-cancellation.migration.js';
import { AddParties1796103900000 } from './persistence/migrations/202612010545-add-parties.migration.js';
import { AddReceivedPapers1796104800000 } from './persistence/migrations/202612010600-add-received-papers.migration.js';
import { AddReminders1796106000000 } from './persistence/migrations/202612010620-add-reminders.migration.js';
import { EndDrafts } from './end-drafts/end-drafts.js';
import { RemindApplicants } from './remind-applicants/remind-applicants.js';
import { CreateBags1796107500000 } from './persistence/migrations/202612010645-create-bags.migration.js';
import { CarryPapers1796150400000 } from './persistence/migrations/202612011840-carry-papers.migration.js';
import { FindByWords1796076600000 } from './persistence/migrations/202611302210-find-by-words.migration.js';
import { INTAKE_PROBLEMS } from './problems.js';
import { AddExemptions1796137200000 } from './persistence/migrations/202612011500-add-exemptions.migration.js';
import { LinkDossiers1796141100000 } from './persistence/migrations/202612011525-link-dossiers.migration.js';
import { CreateQueue1796142300000 } from './persistence/migrations/202612011545-create-queue.migration.js';
import { AddStoreSignatures1796141700000 } from './persistence/migrations/202612011615-add-store-signatures.migration.js';
import { WatchReceipts1796135400000 } from './persistence/migrations/202612011430-watch-receipts.migration.js';
import { EndDrafts1796141400000 } from './persistence/migrations/202612011610-end-drafts.migration.js';
import { AddPartPaid1796140800000 } from './persistence/migrations/202612011600-add-part-paid.migration.js';
import { AddOtherDues1796166600000 } from './persistence/migrations/202612012310-add-other-dues.migration.js';
import { AddReasonsOfRevisions1796168400000 } from './persistence/migrations/202612012340-add-reasons-of-revisions.migration.js';
import { AskForReceipts } from './watch-receipts/ask-for-receipts.js';
import { RecordLateReceptions } from './watch-reception/record-late-receptions.js';

export const intake: ServiceDefinition = {
  name: 'intake',
  app: 'dossier-intake',
  title: 'Dossier intake',
  summary: {
    vi: 'Hồ sơ từ bản nháp đến tiếp nhận và lúc trả kết quả; tệp, kho của chủ hồ sơ, tra cứu',
    en: "Dossiers from draft to acceptance and again at the return; files, the applicant's store, tracking",
  },
  module: IntakeModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    IntakeTables1700000100000,
    TaskAgencies1700000100103,
    LapsedSupplements1700000100110,
    ReceptionRuns1700000100111,
    StoreValidity1700000100133,
    BulkTables1700000000122,
    CatalogueRevision1700000100140,
    CreatePortalDossiers1764527400000,
    AddFeeDemand1764538320000,
    AddCitizenStore1796073000000,
    AddStoreSources1796074200000,
    OfficeRequests1764537300000,
    AddPopulationCheck1764539100000,
    IssuedPapers1796077800000,
    AddStoreReplacement1796075520000,
    AddCorrections1796074800000,
    FindByWords1796076600000,
    AddSupplementCancellation1796090400000,
    CreateOfficerCopy1796091000000,
    AddParties1796103900000,
    AddReceivedPapers1796104800000,
    AddReminders1796106000000,
    CreateBags1796107500000,
    AddSupplementParts1796129400000,
    CreateMessages1796130900000,
    WatchReceipts1796135400000,
    AddExemptions1796137200000,
    AddPartPaid1796140800000,
    EndDrafts1796141400000,
    AddStoreSignatures1796141700000,
    LinkDossiers1796141100000,
    CreateQueue1796142300000,
    AgencySuccessors1796142000000,
    AddKindOfAgencyCopy1796149860000,
    CarryPapers1796150400000,
    OrderAtThePost1796151000000,
    CopyReceipts1796152200000,
    AddOtherDues1796166600000,
    AddReasonsOfRevisions1796168400000,
  ],
  history: HISTORY,
  problems: INTAKE_PROBLEMS,
  configs: [FilesConfig, SealingConfig, IntakeConfig, PopulationConfig, PostalConfig],
  sweeps: [
    ExpireSupplements,
    NotifyCaseOfExpiry,
    RecordLateReceptions,
    RemindApplicants,
    EndDrafts,
    AskForReceipts,
    BulkActions,
  ],
  registers: { agency: agencyIn('agency_copy'), procedure: codeIn('procedure_version') },
  registeredAgencies: registerIn('officer_copy'),
  uploads: true,
};
