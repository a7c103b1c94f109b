import type { CollectionTime, FeeKind } from '@motcua/fee-domain';
import { type Actor, type Role, SCOPES } from '@motcua/platform';
import { AllocateMoney } from '../../allocate-money/allocate-money.js';
import { CollectCash } from '../../collect-cash/collect-cash.js';
import { ConfirmKnownPayment } from '../../confirm-payment/confirm-known-payment.js';
import { ConfirmTransfer } from '../../confirm-transfer/confirm-transfer.js';
import type { PaymentGateway } from '../../gateway/payment-gateway.js';
import { BringCashAway } from '../../keep-cash-day/bring-cash-away.js';
import { ConfirmCashDay } from '../../keep-cash-day/confirm-cash-day.js';
import { CountCashDay } from '../../keep-cash-day/count-cash-day.js';
import { OpenCashDay } from '../../keep-cash-day/open-cash-day.js';
import { SettleDifference } from '../../keep-cash-day/settle-difference.js';
import { PlaceOrder } from '../../order-payment/place-order.js';
import type { PaymentConfig } from '../../payment.config.js';
import type { Money } from '../../persistence/money.js';
import { DecideReversal } from '../../reverse-entry/decide-reversal.js';
import { ProposeReversal } from '../../reverse-entry/propose-reversal.js';
import { ApproveRefund } from '../../settle-refund/approve-refund.js';
import { PayOutRefund } from '../../settle-refund/pay-out-refund.js';
import { ProposeRefund } from '../../settle-refund/propose-refund.js';
import type { MoneyReach } from '../../settlement/reach.js';

export const AGENCY = 'H48.12';
export const WITHIN = [AGENCY, 'H48'];
export const CASHIERS = ['lan', 'hoa'] as const;
export const LEADERS = ['minh', 'lan'] as const;
export const BEGIN = Temporal.Instant.from('2026-11-24T08:00:00+07:00');
export const MINUTES = 120;
export const INSTANTS = Array.from({ length: MINUTES }, (_, minute) => BEGIN.add({ minutes: minute }));
/** When every order's time is over. */
export const LATE = BEGIN.add({ hours: 24 * 40 });

const as = (subject: string, ...roles: Role[]): Actor => ({
  subject,
  clientId: 'x',
  scopes: SCOPES,
  roles,
  agency: AGENCY,
});
const cashiers = new Map<string, Actor>(CASHIERS.map((name) => [name, as(name, 'cashier')]));
const leaders = new Map<string, Actor>(LEADERS.map((name) => [name, as(name, 'leader', 'cashier')]));
export const cashierNamed = (name: string): Actor => cashiers.get(name)!;
export const leaderNamed = (name: string): Actor => leaders.get(name)!;
export const CITIZEN: Actor = {
  subject: 'citizen-1',
  clientId: 'x',
  scopes: SCOPES,
  roles: ['citizen'],
  applicantRef: 'ref-1',
};

const none = undefined as never;
const config = { accountNumber: '3511.0.1234567', orderHours: 24, orderDays: 15 } as PaymentConfig;
const reach = none as MoneyReach;
const gateway = {
  answerTo: (outcome: string, reference: string) => `${outcome} ${reference}`,
} as unknown as PaymentGateway;

/** The service's own decisions. */
export const KINDS = {
  placeOrder: new PlaceOrder(reach, config),
  collectCash: new CollectCash(reach, config),
  confirmTransfer: new ConfirmTransfer(reach, config),
  confirm: new ConfirmKnownPayment(gateway),
  allocate: new AllocateMoney(reach, config),
  propose: new ProposeRefund(reach),
  approve: new ApproveRefund(reach),
  payOut: new PayOutRefund(reach),
  proposeReversal: new ProposeReversal(reach),
  decideReversal: new DecideReversal(reach),
  open: new OpenCashDay(),
  bringAway: new BringCashAway(none),
  count: new CountCashDay(none),
  confirmDay: new ConfirmCashDay(none),
  settleDifference: new SettleDifference(none),
};

const LINES = [
  { code: 'PHI', kind: 'phi', net: 115, collectedAt: 'beforeAcceptance' },
  { code: 'LP', kind: 'lePhi', net: 30, collectedAt: 'beforeAcceptance' },
  { code: 'LP-2', kind: 'lePhi', net: 20, collectedAt: 'beforeReturn' },
] as const;

interface Line {
  readonly code: string;
  readonly kind: FeeKind;
  readonly net: number;
  readonly collectedAt: CollectionTime;
}

export const lineOf = ({ code, kind, net, collectedAt }: Line) => ({
  ...{ code, kind, net, collectedAt, name: code, base: net, reduction: null },
});

export const newMoney = (dossierId: string): Money => ({
  account: {
    ...{
      dossierId,
      version: 1,
      code: dossierId,
      procedureCode: '1.001686',
      procedureName: 'x',
      receivingAgency: AGENCY,
    },
    ...{ agencies: [AGENCY], applicantRef: 'ref-1', submittedBy: 'citizen-1', parties: [], partyRefs: [] },
    ...{ lines: LINES.map(lineOf), total: 165, paid: [], ended: null, unallocated: 0, namedCashReceipt: null },
    ...{ assessedAt: BEGIN, demandedAt: null },
  },
  ...{ orders: [], confirmations: [], entries: [], receipts: [], refunds: [], breaks: [], reversals: [] },
});
