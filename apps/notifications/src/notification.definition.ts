import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
} from '@motcua/catalogue-copy';
import { FilesConfig, SealingConfig, type ServiceDefinition } from '@motcua/platform';
import { NotificationConfig } from './notification.config.js';
import { AddParties1796142600000 } from './persistence/migrations/202612011550-add-parties.migration.js';
import { FindMessagesByDossier1796170200000 } from './persistence/migrations/202612012330-find-messages-by-dossier.migration.js';
import { NotificationModule } from './notification.module.js';
import { NotificationTables1700000500000 } from './persistence/migrations/202611221540-create-notification-tables.migration.js';
import { AddOwedAmounts1796075700000 } from './persistence/migrations/202611302155-add-owed-amounts.migration.js';
import { TellCaseAndPaymentApart1796105400000 } from './persistence/migrations/202612010610-tell-case-and-payment-apart.migration.js';
import { AttachFiles1796127600000 } from './persistence/migrations/202612011220-attach-files.migration.js';
import { HISTORY } from './persistence/history.js';
import { NOTIFICATION_PROBLEMS } from './problems.js';

export const notification: ServiceDefinition = {
  name: 'notification',
  app: 'notifications',
  title: 'Notifications',
  summary: {
    vi: 'Thông báo cho người dân và cán bộ ở mọi bước của hồ sơ: mẫu, thư điện tử, tin trong ứng dụng, nhật ký gửi.',
    en: 'Notifies applicants and officers of every change of a dossier: templates, mail, messages in the application, delivery log.',
  },
  module: NotificationModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    NotificationTables1700000500000,
    AddOwedAmounts1796075700000,
    TellCaseAndPaymentApart1796105400000,
    AttachFiles1796127600000,
    AgencySuccessors1796142000000,
    AddParties1796142600000,
    AddKindOfAgencyCopy1796149860000,
    FindMessagesByDossier1796170200000,
  ],
  problems: NOTIFICATION_PROBLEMS,
  history: HISTORY,
  configs: [FilesConfig, NotificationConfig, SealingConfig],
};
