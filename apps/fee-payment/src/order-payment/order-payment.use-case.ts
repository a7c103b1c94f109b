import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Answer,
  Commands,
  created,
  currentContext,
  Database,
  type RequestContext,
  type Tx,
  UnitOfWork,
  type PlatformCode,
} from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { findOrder, ORDER_COLUMNS, type StoredOrder } from '../persistence/orders.js';
import { OpenAtPlatform } from '../gateway/open-at-platform.js';
import { orderView } from '../views/show-order.js';
import type { OrderView } from '../views/order.view.js';
import { type OrderCommand, PlacePaymentOrder } from './place-payment-order.js';
import type { FeeRefusalCode } from '@motcua/fee-domain';
import type { PaymentCode } from '../problems.js';

type Key = NonNullable<RequestContext['idempotency']>;

const SAME_KEY = `SELECT pg_advisory_xact_lock(hashtextextended('order ' || $1 || chr(31) || $2, 0))`;
const ANSWERED = `SELECT FROM idempotency WHERE client = $1 AND key = $2`;
const OF_KEY = `SELECT ${ORDER_COLUMNS}, request_fingerprint AS fingerprint FROM payment_order WHERE request_client = $1 AND request_key = $2`;

/**
 * Orders a payment. At the counter and by transfer this is one transaction. At the platform it is three steps, each of
 * which can be the last before a crash: the order is committed; the platform is asked; the answer is kept. The same key
 * finds the order that it placed and goes on from there, so that it never makes a second one.
 */
@Injectable()
export class OrderPayment {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Database) private readonly database: Database,
    @Inject(PlacePaymentOrder) private readonly place: PlacePaymentOrder,
    @Inject(OpenAtPlatform) private readonly openAtPlatform: OpenAtPlatform,
    @Inject(PaymentConfig) private readonly config: PaymentConfig,
  ) {}

  async execute(command: OrderCommand, payerAddress: string): Promise<Answer<OrderView>> {
    const { idempotency } = currentContext();
    if (command.method !== 'nationalPlatform' || !idempotency) {
      return this.commands.run(async (tx) => this.answer(await this.place.execute(tx, command)));
    }
    const placed = await this.unitOfWork.run((tx) => this.placeOnce(tx, command, idempotency));
    if (placed) await this.open(placed, payerAddress);
    return this.commands.run(async (tx) => {
      const order = placed && (await findOrder(tx, placed.id));
      if (!order) throw new Error('the stored answer of this key is missing');
      return this.answer(order);
    });
  }

  /** Undefined where the key has its answer already. */
  private async placeOnce(tx: Tx, command: OrderCommand, key: Key): Promise<StoredOrder | undefined> {
    await tx.query(SAME_KEY, [key.client, key.key]);
    const answered = await tx.query(ANSWERED, [key.client, key.key]);
    if (answered.length > 0) return undefined;
    const [known] = await tx.query<StoredOrder & { fingerprint: string }>(OF_KEY, [key.client, key.key]);
    if (!known) return this.place.execute(tx, command, key);
    if (known.fingerprint !== key.fingerprint) throw new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REUSED');
    return known;
  }

  private async open(placed: StoredOrder, payerAddress: string): Promise<void> {
    if (placed.status !== 'created') return;
    const opened = await this.openAtPlatform.execute(placed, payerAddress);
    if (opened === 'opened') return;
    if (opened === 'notNeeded')
      throw new Refusal<FeeRefusalCode>('PAYMENT.ALREADY_PAID', { collects: placed.collects });
    const order = await findOrder(this.database, placed.id);
    if (order?.status !== 'created') return;
    if (opened === 'beingOpened') throw new Refusal<PlatformCode>('IDEMPOTENCY.IN_FLIGHT');
    const alternatives = ['counter', ...(this.config.accountNumber === undefined ? [] : ['transfer'])];
    throw new Refusal<PaymentCode>(
      'PAYMENT.PLATFORM_UNAVAILABLE',
      { orderId: placed.id, reference: placed.reference, alternatives },
      [],
      {
        vi: 'Nền tảng thanh toán chưa phản hồi. Đề nghị gửi lại yêu cầu với cùng Idempotency-Key hoặc chọn hình thức nộp khác.',
        en: 'The payment platform did not answer. Repeat the request with the same Idempotency-Key, or choose another payment method.',
      },
    );
  }

  private answer(order: StoredOrder): Answer<OrderView> {
    if (order.status === 'failed') {
      throw new Refusal<PaymentCode>('PAYMENT.PLATFORM_REFUSED', {
        orderId: order.id,
        reference: order.reference,
        platformCode: order.failure,
      });
    }
    return created(orderView(order, this.config), {
      version: order.version,
      location: `/payment/v1/orders/${order.id}`,
    });
  }
}
