import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
  CreateOfficerCopy1796091000000,
} from '@motcua/catalogue-copy';
import { agencyIn, codeIn, registerIn, type ServiceDefinition } from '@motcua/platform';
import { FoldFigures } from './fold-figures/fold-figures.sweep.js';
import { KeepResultsInForce1796113800000 } from './persistence/migrations/202612010830-keep-results-in-force.migration.js';
import { HoldPapersToVariant1796114400000 } from './persistence/migrations/202612010840-hold-papers-to-variant.migration.js';
import { HISTORY } from './persistence/history.js';
import { CreateReportingTables1796032800000 } from './persistence/migrations/202611301700-create-reporting-tables.migration.js';
import { AddPapers1796073000000 } from './persistence/migrations/202611302110-add-papers.migration.js';
import { AddFeeThatArose1796104800000 } from './persistence/migrations/202612010600-add-fee-that-arose.migration.js';
import { ListDossiersBehindFigures1796106600000 } from './persistence/migrations/202612010630-list-dossiers-behind-figures.migration.js';
import { CountDossiersOnline1796108400000 } from './persistence/migrations/202612010700-count-dossiers-online.migration.js';
import { CreateTargets1796112000000 } from './persistence/migrations/202612010800-create-targets.migration.js';
import { REPORTING_PROBLEMS } from './problems.js';
import { ReportingConfig } from './reporting.config.js';
import { ReportingModule } from './reporting.module.js';

export const reporting: ServiceDefinition = {
  name: 'reporting',
  app: 'reporting',
  title: 'Reporting',
  summary: {
    vi: 'Bộ chỉ số theo Quyết định số 766/QĐ-TTg, báo cáo định kỳ, xếp hạng; mọi số liệu đều tính từ các sự kiện.',
    en: 'Indicators of Decision 766, periodic reports, rankings; every figure is counted from events.',
  },
  module: ReportingModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    CreateReportingTables1796032800000,
    AddPapers1796073000000,
    AddFeeThatArose1796104800000,
    ListDossiersBehindFigures1796106600000,
    CountDossiersOnline1796108400000,
    CreateTargets1796112000000,
    KeepResultsInForce1796113800000,
    HoldPapersToVariant1796114400000,
    CreateOfficerCopy1796091000000,
    AgencySuccessors1796142000000,
    AddKindOfAgencyCopy1796149860000,
  ],
  problems: REPORTING_PROBLEMS,
  history: HISTORY,
  configs: [ReportingConfig],
  sweeps: [FoldFigures],
  registers: {
    agency: agencyIn('agency_copy'),
    procedure: codeIn('procedure_copy'),
    field: codeIn('procedure_copy', 'field_code'),
  },
  registeredAgencies: registerIn('officer_copy'),
};
