import { agencyIn, codeIn, type ServiceDefinition } from '@motcua/platform';
import { CatalogueConfig } from './catalogue.config.js';
import { CatalogueModule } from './catalogue.module.js';
import { HISTORY } from './persistence/history.js';
import { CatalogueTables1700000100000 } from './persistence/migrations/202611010000-create-catalogue-tables.migration.js';
import { FoldIAndY1796089200000 } from './persistence/migrations/202612010140-fold-i-and-y.migration.js';
import { CreatePortalDifference1796089800000 } from './persistence/migrations/202612010150-create-portal-difference.migration.js';
import { DIFFERENCE_METRICS } from './follow-portal/metrics.js';
import { KeepRevisions1796144400000 } from './persistence/migrations/202612011700-keep-revisions.migration.js';
import { NameBeneficiaries1796137200000 } from './persistence/migrations/202612011500-name-beneficiaries.migration.js';
import { AddAgencySuccessors1796142000000 } from './persistence/migrations/202612011540-add-agency-successors.migration.js';
import { CreateProcedureGroups1796140800000 } from './persistence/migrations/202612011520-create-procedure-groups.migration.js';
import { SearchByGrams1796092800000 } from './persistence/migrations/202612010200-search-by-grams.migration.js';
import { AddAgencyKind1796149800000 } from './persistence/migrations/202612011830-add-agency-kind.migration.js';
import { CATALOGUE_PROBLEMS } from './problems.js';

export const catalogue: ServiceDefinition = {
  name: 'catalogue',
  app: 'procedure-catalogue',
  title: 'Procedure catalogue',
  summary: {
    vi: 'Cơ quan, lĩnh vực, thủ tục hành chính và các phiên bản, phí và lệ phí, chính sách giảm, lịch làm việc.',
    en: 'Agencies, fields, procedures and their versions, tariffs, reductions, working calendars.',
  },
  module: CatalogueModule,
  migrations: [
    CatalogueTables1700000100000,
    FoldIAndY1796089200000,
    CreatePortalDifference1796089800000,
    SearchByGrams1796092800000,
    NameBeneficiaries1796137200000,
    CreateProcedureGroups1796140800000,
    AddAgencySuccessors1796142000000,
    KeepRevisions1796144400000,
    AddAgencyKind1796149800000,
  ],
  history: HISTORY,
  problems: CATALOGUE_PROBLEMS,
  metrics: DIFFERENCE_METRICS,
  registers: { agency: agencyIn('agency'), field: codeIn('field') },
  configs: [CatalogueConfig],
};
