import { Module } from '@nestjs/common';
import { Agencies, IssuedPapers, ReplicateAgencies, ReplicateOfficers } from '@motcua/catalogue-copy';
import { Database, FILE_STORE, PlatformConfig } from '@motcua/platform';
import { AssessAnewWhenDossierCorrected } from './assess-anew-when-dossier-corrected/assess-anew.consumer.js';
import { AssessFeeWhenDossierSubmitted } from './assess-fee-when-dossier-submitted/assess-fee.consumer.js';
import { CheckCashReceiptWhenDossierAccepted } from './check-cash-receipt-when-dossier-accepted/check-cash-receipt.consumer.js';
import { MoneyReach } from './settlement/reach.js';
import { DemandFeeWhenItArises } from './demand-fee-when-it-arises/demand-fee.consumer.js';
import { MoveAccountWhenDossierMoved } from './move-account-when-dossier-moved/move-account.consumer.js';
import { CollectorsController } from './maintain-collectors/collectors.controller.js';
import { ReplicatePayers } from './replicate-payers/replicate-payers.consumer.js';
import { ReceiptLookup } from './look-up-receipt/receipt-lookup.js';
import { ReceiptPageController } from './look-up-receipt/receipt-page.controller.js';
import { LookUpReceiptController } from './look-up-receipt/look-up-receipt.controller.js';
import { CollectCashController } from './collect-cash/collect-cash.controller.js';
import { CollectCash } from './collect-cash/collect-cash.js';
import { ConfirmPaymentController } from './confirm-payment/confirm-payment.controller.js';
import { ConfirmPayment } from './confirm-payment/confirm-payment.use-case.js';
import { ConfirmTransferController } from './confirm-transfer/confirm-transfer.controller.js';
import { AllocateMoney } from './allocate-money/allocate-money.js';
import { UnallocatedMoneyController } from './allocate-money/unallocated-money.controller.js';
import { ApproveRefund } from './settle-refund/approve-refund.js';
import { PayOutRefund } from './settle-refund/pay-out-refund.js';
import { ProposeRefund } from './settle-refund/propose-refund.js';
import { RefundsController } from './settle-refund/refunds.controller.js';
import { DecideReversal } from './reverse-entry/decide-reversal.js';
import { ProposeReversal } from './reverse-entry/propose-reversal.js';
import { ReversalsController } from './reverse-entry/reversals.controller.js';
import { BringCashAway } from './keep-cash-day/bring-cash-away.js';
import { CashDaysController } from './keep-cash-day/cash-days.controller.js';
import { CashDaySheet } from './keep-cash-day/cash-day-sheet.js';
import { ConfirmCashDay } from './keep-cash-day/confirm-cash-day.js';
import { CountCashDay } from './keep-cash-day/count-cash-day.js';
import { OpenCashDay } from './keep-cash-day/open-cash-day.js';
import { SettleDifference } from './keep-cash-day/settle-difference.js';
import { ShowLedgerController } from './show-ledger/show-ledger.controller.js';
import { TakingsController } from './list-takings/takings.controller.js';
import { FindAssessmentController } from './find-payments/find-assessment.controller.js';
import { FindBreaksController } from './find-payments/find-breaks.controller.js';
import { FindOrdersController } from './find-payments/find-orders.controller.js';
import { FindTransactionsController } from './find-payments/find-transactions.controller.js';
import { PaymentLists } from './lists/payment-lists.js';
import { PAYMENT_GATEWAY } from './gateway/payment-gateway.js';
import { ListRefundWhenDossierEnded } from './list-refund-when-dossier-ended/list-refund.consumer.js';
import { NationalPlatform } from './national-platform/national-platform.js';
import { OpenAtPlatform } from './gateway/open-at-platform.js';
import { OrderPaymentController } from './order-payment/order-payment.controller.js';
import { OrderPayment } from './order-payment/order-payment.use-case.js';
import { AnswerOrder } from './order-payment/answer-order.js';
import { PlaceOrder } from './order-payment/place-order.js';
import { CloseAtPlatform } from './close-at-platform/close-at-platform.js';
import { ExpireOrders } from './expire-orders/expire-orders.js';
import { PollPlatform } from './poll-platform/poll-platform.js';
import { HttpReceiptProvider } from './receipt-provider/http-receipt-provider.js';
import { RECEIPT_PROVIDER } from './receipt-provider/receipt-provider.js';
import { ReceiptGauges } from './register-receipts/receipt-gauges.js';
import { RegisterReceipts } from './register-receipts/register-receipts.js';
import { FileReceipts } from './file-receipts/file-receipts.js';
import { PaperOfReceipt } from './paper-of-receipt/paper-of-receipt.js';
import { ReceiptsController } from './print-receipt/receipts.controller.js';
import { ReplaceReceiptController } from './replace-receipt/replace-receipt.controller.js';
import { ReplaceReceipt } from './replace-receipt/replace-receipt.js';
import { ComparePage } from './reconcile-statement/compare-page.js';
import { FindMissing } from './reconcile-statement/find-missing.js';
import { ReconcileStatement } from './reconcile-statement/reconcile-statement.use-case.js';
import { StatementBooks } from './reconcile-statement/statement-books.js';
import { BreakGauges } from './find-payments/break-gauges.js';
import { AssignBreakController } from './resolve-break/assign-break.controller.js';
import { ReconciliationsController } from './reconcile-statement/reconciliations.controller.js';
import { ResolveBreakController } from './resolve-break/resolve-break.controller.js';
import { ResolveDossierBreak } from './resolve-break/resolve-dossier-break.js';
import { ConfirmKnownPayment } from './confirm-payment/confirm-known-payment.js';
import { ConfirmUnknownPayment } from './confirm-payment/confirm-unknown-payment.js';
import { RejectMessage } from './confirm-payment/reject-message.js';
import { ConfirmTransfer } from './confirm-transfer/confirm-transfer.js';
import { TakePortalPaymentWhenReceived } from './take-portal-payment/take-portal-payment.consumer.js';

const consumers = [
  ReplicateAgencies,
  ReplicateOfficers,
  ReplicatePayers,
  AssessFeeWhenDossierSubmitted,
  DemandFeeWhenItArises,
  AssessAnewWhenDossierCorrected,
  MoveAccountWhenDossierMoved,
  CheckCashReceiptWhenDossierAccepted,
  ListRefundWhenDossierEnded,
  TakePortalPaymentWhenReceived,
];

@Module({
  controllers: [
    ...consumers,
    FindAssessmentController,
    OrderPaymentController,
    FindOrdersController,
    CollectCashController,
    ConfirmTransferController,
    ConfirmPaymentController,
    ReceiptsController,
    ReplaceReceiptController,
    LookUpReceiptController,
    ReceiptPageController,
    CollectorsController,
    FindTransactionsController,
    FindBreaksController,
    ResolveBreakController,
    AssignBreakController,
    RefundsController,
    ReversalsController,
    CashDaysController,
    ShowLedgerController,
    TakingsController,
    UnallocatedMoneyController,
    ReconciliationsController,
  ],
  providers: [
    Agencies,
    {
      provide: IssuedPapers,
      useFactory: (database: Database, { identityKey }: PlatformConfig) => new IssuedPapers(database, identityKey),
      inject: [Database, PlatformConfig],
    },
    { provide: PAYMENT_GATEWAY, useClass: NationalPlatform },
    PlaceOrder,
    AnswerOrder,
    OpenAtPlatform,
    OrderPayment,
    MoneyReach,
    ConfirmKnownPayment,
    ConfirmUnknownPayment,
    RejectMessage,
    ConfirmTransfer,
    ResolveDossierBreak,
    ConfirmPayment,
    CollectCash,
    PollPlatform,
    CloseAtPlatform,
    ExpireOrders,
    PaymentLists,
    AllocateMoney,
    ProposeRefund,
    ApproveRefund,
    PayOutRefund,
    ProposeReversal,
    DecideReversal,
    ReplaceReceipt,
    OpenCashDay,
    BringCashAway,
    CountCashDay,
    ConfirmCashDay,
    SettleDifference,
    CashDaySheet,
    ReconcileStatement,
    ComparePage,
    FindMissing,
    StatementBooks,
    BreakGauges,
    ReceiptLookup,
    PaperOfReceipt,
    FILE_STORE,
    FileReceipts,
    { provide: RECEIPT_PROVIDER, useClass: HttpReceiptProvider },
    RegisterReceipts,
    ReceiptGauges,
  ],
})
export class PaymentModule {}
