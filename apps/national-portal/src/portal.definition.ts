import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
} from '@motcua/catalogue-copy';
import { FilesConfig, SealingConfig, type ServiceDefinition } from '@motcua/platform';
import { HISTORY } from './persistence/history.js';
import { CreateReceivedTables1764524400000 } from './persistence/migrations/202611301740-create-received-tables.migration.js';
import { CreatePortalTables1764522900000 } from './persistence/migrations/202611301715-create-portal-tables.migration.js';
import { LinkReceivedDossiers1764537600000 } from './persistence/migrations/202611302120-link-received-dossiers.migration.js';
import { WriteWhatIsInHandBesideTheLease1764553200000 } from './persistence/migrations/202612010140-write-what-is-in-hand-beside-the-lease.migration.js';
import { FollowCatalogue1764553800000 } from './persistence/migrations/202612010150-follow-catalogue.migration.js';
import { LookAgainAtWhatWaits1764590400000 } from './persistence/migrations/202612011200-look-again-at-what-waits.migration.js';
import { AcknowledgeDeliveries1764591000000 } from './persistence/migrations/202612011210-acknowledge-deliveries.migration.js';
import { AcknowledgeRefusedRecords1796150000000 } from './persistence/migrations/202612011530-acknowledge-refused-records.migration.js';
import { KeepFeeDemands1764590460000 } from './persistence/migrations/202612011201-keep-fee-demands.migration.js';
import { PortalConfig } from './portal.config.js';
import { PortalModule } from './portal.module.js';
import { PORTAL_PROBLEMS } from './problems.js';
import { PORTAL_METRICS } from './synchronisation/metrics.js';

export const portal: ServiceDefinition = {
  name: 'portal',
  app: 'national-portal',
  title: 'National portal',
  summary: {
    vi: 'Đồng bộ hồ sơ và tiến độ với Cổng Dịch vụ công quốc gia, theo thứ tự, có nhật ký.',
    en: 'Keeps dossiers and their progress in step with the national public service portal, in order, with a journal.',
  },
  module: PortalModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    CreatePortalTables1764522900000,
    CreateReceivedTables1764524400000,
    LinkReceivedDossiers1764537600000,
    WriteWhatIsInHandBesideTheLease1764553200000,
    FollowCatalogue1764553800000,
    LookAgainAtWhatWaits1764590400000,
    KeepFeeDemands1764590460000,
    AcknowledgeDeliveries1764591000000,
    AgencySuccessors1796142000000,
    AddKindOfAgencyCopy1796149860000,
    AcknowledgeRefusedRecords1796150000000,
  ],
  problems: PORTAL_PROBLEMS,
  configs: [FilesConfig, PortalConfig, SealingConfig],
  metrics: PORTAL_METRICS,
  history: HISTORY,
};
