import {
  AddKindOfAgencyCopy1796149860000,
  AgencySuccessors1796142000000,
  CatalogueCopyTables1700000000001,
  CreateOfficerCopy1796091000000,
  IssuedPapers1796077800000,
} from '@motcua/catalogue-copy';
import { agencyIn, FilesConfig, registerIn, SealingConfig, type ServiceDefinition } from '@motcua/platform';
import { BREAK_METRICS } from './find-payments/break-metrics.js';
import { PaymentConfig } from './payment.config.js';
import { PaymentModule } from './payment.module.js';
import { PaymentTables1700000000010 } from './persistence/migrations/202611221529-create-payment-tables.migration.js';
import { LinkEntriesToReconciliations1700000000020 } from './persistence/migrations/202611301800-link-entries-to-reconciliations.migration.js';
import { CreateLedgerPostings1700000000030 } from './persistence/migrations/202611301830-create-ledger-postings.migration.js';
import { IndexConfirmationsByNumber1700000000040 } from './persistence/migrations/202611301840-index-confirmations-by-number.migration.js';
import { AddFeeDemands1764538200000 } from './persistence/migrations/202611302130-add-fee-demands.migration.js';
import { TakeMoneyInParts1796104800000 } from './persistence/migrations/202612010600-take-money-in-parts.migration.js';
import { ApproveRefunds1796106600000 } from './persistence/migrations/202612010630-approve-refunds.migration.js';
import { KeepLooseMoney1796108400000 } from './persistence/migrations/202612010700-keep-loose-money.migration.js';
import { AddParties1796110200000 } from './persistence/migrations/202612010730-add-parties.migration.js';
import { ReverseEntries1796111100000 } from './persistence/migrations/202612010745-reverse-entries.migration.js';
import { ImportStatements1796126400000 } from './persistence/migrations/202612011200-import-statements.migration.js';
import { KeepCashDays1796128200000 } from './persistence/migrations/202612011230-keep-cash-days.migration.js';
import { NumberReceiptsBySeries1796126700000 } from './persistence/migrations/202612011205-number-receipts-by-series.migration.js';
import { ExpireOrders1796127000000 } from './persistence/migrations/202612011210-expire-orders.migration.js';
import { AdjustReceipts1796164800000 } from './persistence/migrations/202612012240-adjust-receipts.migration.js';
import { ExpireOrders } from './expire-orders/expire-orders.js';
import { FileReceipts1796127600000 } from './persistence/migrations/202612011220-file-receipts.migration.js';
import { ReplaceReceipts1796142300000 } from './persistence/migrations/202612011625-replace-receipts.migration.js';
import { IndexLooseMoneyByNumber1796142900000 } from './persistence/migrations/202612011635-index-loose-money-by-number.migration.js';
import { SettleCashDifferences1796142600000 } from './persistence/migrations/202612011630-settle-cash-differences.migration.js';
import { RegisterReceipts1796128500000 } from './persistence/migrations/202612011235-register-receipts.migration.js';
import { RECEIPT_METRICS } from './register-receipts/registration-metrics.js';
import { HISTORY } from './persistence/history.js';
import { PAYMENT_PROBLEMS } from './problems.js';

export const payment: ServiceDefinition = {
  name: 'payment',
  app: 'fee-payment',
  title: 'Phí, lệ phí và thanh toán',
  summary: {
    vi: 'Khoản phải nộp, lệnh thanh toán, biên lai, hoàn trả và đối soát.',
    en: 'Fee assessments, payment orders, receipts, refunds and reconciliation.',
  },
  module: PaymentModule,
  migrations: [
    CatalogueCopyTables1700000000001,
    PaymentTables1700000000010,
    LinkEntriesToReconciliations1700000000020,
    CreateLedgerPostings1700000000030,
    IndexConfirmationsByNumber1700000000040,
    AddFeeDemands1764538200000,
    IssuedPapers1796077800000,
    CreateOfficerCopy1796091000000,
    TakeMoneyInParts1796104800000,
    ApproveRefunds1796106600000,
    KeepLooseMoney1796108400000,
    AddParties1796110200000,
    ReverseEntries1796111100000,
    ImportStatements1796126400000,
    KeepCashDays1796128200000,
    NumberReceiptsBySeries1796126700000,
    ExpireOrders1796127000000,
    FileReceipts1796127600000,
    RegisterReceipts1796128500000,
    AgencySuccessors1796142000000,
    ReplaceReceipts1796142300000,
    SettleCashDifferences1796142600000,
    AddKindOfAgencyCopy1796149860000,
    AdjustReceipts1796164800000,
    IndexLooseMoneyByNumber1796142900000,
  ],
  sweeps: [ExpireOrders],
  metrics: [...BREAK_METRICS, ...RECEIPT_METRICS],
  problems: PAYMENT_PROBLEMS,
  history: HISTORY,
  uploads: true,
  configs: [FilesConfig, PaymentConfig, SealingConfig],
  registers: { agency: agencyIn('agency_copy') },
  registeredAgencies: registerIn('officer_copy'),
};
