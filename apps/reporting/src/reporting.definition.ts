import { CatalogueCopyTables1700000000001 } from '@motcua/catalogue-copy';
import {
  AgencyChangedV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseResultIssuedV1,
  CaseStoppedV1,
  CaseSupplementCompletedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawnV1,
  DossierAcceptedV1,
  DossierRefusedV1,
  DossierReturnedV1,
  DossierSubmittedV1,
  DossierSupplementCompletedV1,
  DossierSupplementRequestedV1,
  DossierWithdrawnV1,
  PaymentReceivedV1,
  ProcedureRepealedV1,
  ProcedureVersionAnnouncedV1,
  TariffChangedV1,
} from '@motcua/contracts';
import type { ServiceDefinition } from '@motcua/platform';
import { FoldFigures } from './fold-figures/fold-figures.sweep.js';
import { CreateReportingTables1796032800000 } from './persistence/migrations/202611301700-create-reporting-tables.migration.js';
import { REPORTING_PROBLEMS } from './problems.js';
import { ReportingConfig } from './reporting.config.js';
import { ReportingModule } from './reporting.module.js';

export const reporting: ServiceDefinition = {
  name: 'reporting',
  app: 'reporting',
  title: 'Reporting',
  summary: {
    vi: 'Bộ chỉ số theo Quyết định 766/QĐ-TTg, báo cáo định kỳ, xếp hạng; mọi số liệu đều tính từ các sự kiện.',
    en: 'Indicators of Decision 766, periodic reports, rankings; every figure is counted from events.',
  },
  module: ReportingModule,
  migrations: [CatalogueCopyTables1700000000001, CreateReportingTables1796032800000],
  problems: REPORTING_PROBLEMS,
  consumes: [
    AgencyChangedV1,
    CaseCompletedV1,
    CaseDeadlineAdjustedV1,
    CaseResultIssuedV1,
    CaseStoppedV1,
    CaseSupplementCompletedV1,
    CaseSupplementRequestedV1,
    CaseWithdrawnV1,
    DossierAcceptedV1,
    DossierRefusedV1,
    DossierReturnedV1,
    DossierSubmittedV1,
    DossierSupplementCompletedV1,
    DossierSupplementRequestedV1,
    DossierWithdrawnV1,
    PaymentReceivedV1,
    ProcedureRepealedV1,
    ProcedureVersionAnnouncedV1,
    TariffChangedV1,
  ],
  configs: [ReportingConfig],
  sweeps: [FoldFigures],
};
