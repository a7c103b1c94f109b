import { createHmac } from 'node:crypto';
import type { Faults } from './faults.js';
import { type Order, type Party, type Step, trackingNumberOf } from './orders.js';

export interface PostalServiceOptions {
  readonly port?: number;
  readonly host?: string;
  /** Bearer token that senders present; absent: it asks for none. */
  readonly token?: string;
  /** Signs notices. */
  readonly secret: string;
  /** Where notices go. */
  readonly noticeUrl?: string;
  /** Orders that it knew when it was stopped. */
  readonly known?: readonly Order[];
  /** Called after every change, with all orders, so that somebody can keep them. */
  readonly onChange?: (orders: readonly Order[]) => void;
}

export interface Reply {
  readonly status: number;
  readonly body: object;
}

interface Asked {
  readonly orderNumber?: unknown;
  readonly sender?: Party;
  readonly recipient?: Party;
}

const refusal = (status: number, code: string, message: string): Reply => ({ status, body: { code, message } });
const UNKNOWN = refusal(404, 'ORDER_UNKNOWN', 'Không có đơn hàng này');
const POSTAGE = 26_000;

/** The postal service's state and conduct, apart from HTTP. */
export class SimulatedPostalService {
  readonly orders = new Map<string, Order>();
  /** How often each order was asked for, and each notice was answered with what. */
  readonly asked = new Map<string, number>();
  readonly notices: { readonly orderNumber: string; readonly status: number }[] = [];
  noticeUrl: string | undefined;
  url = '';
  private faults: Faults = {};
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly options: PostalServiceOptions) {
    this.noticeUrl = options.noticeUrl;
    for (const order of options.known ?? []) this.orders.set(order.orderNumber, order);
  }

  get token(): string | undefined {
    return this.options.token;
  }

  get conduct(): Faults {
    return this.faults;
  }

  /** From now on, and instead of what was said before. `{}` behaves. */
  misbehave(faults: Faults): void {
    this.faults = faults;
  }

  /** Takes an order; the same number again is the same order, with another recipient it is refused. */
  order({ orderNumber, sender = {}, recipient = {} }: Asked): Reply {
    if (typeof orderNumber !== 'string' || orderNumber === '' || orderNumber.length > 100)
      return refusal(422, 'ORDER_NUMBER_INVALID', 'Thiếu mã đơn hàng');
    this.asked.set(orderNumber, (this.asked.get(orderNumber) ?? 0) + 1);
    const known = this.orders.get(orderNumber);
    if (known)
      return known.recipient.address === recipient.address
        ? { status: 200, body: this.shown(known) }
        : refusal(409, 'ORDER_EXISTS', 'Mã đơn hàng đã dùng cho người nhận khác');
    const { refuseAddress } = this.faults;
    if (!recipient.fullName || !recipient.address || (refuseAddress && recipient.address.includes(refuseAddress)))
      return refusal(422, 'ADDRESS_INVALID', 'Địa chỉ người nhận không phát được');
    const order: Order = {
      orderNumber,
      trackingNumber: trackingNumberOf(this.orders.size + 1),
      postage: POSTAGE,
      sender,
      recipient,
      cancelled: false,
      events: [],
    };
    this.orders.set(orderNumber, order);
    this.changed();
    return { status: 201, body: this.shown(order) };
  }

  track(orderNumber: string): Reply {
    const order = this.orders.get(orderNumber);
    return order ? { status: 200, body: this.shown(order) } : UNKNOWN;
  }

  cancel(orderNumber: string): Reply {
    const order = this.orders.get(orderNumber);
    if (!order) return UNKNOWN;
    if (order.events.length > 0) return refusal(409, 'COLLECTED', 'Bưu gửi đã được thu gom');
    order.cancelled = true;
    this.changed();
    return { status: 200, body: { orderNumber, state: 'cancelled' } };
  }

  /** Something happens to a parcel, and its sender gets a notice. */
  async move(orderNumber: string, step: Step, at = new Date().toISOString()): Promise<void> {
    const order = this.orders.get(orderNumber);
    if (!order) throw new RangeError(`there is no order ${orderNumber}`);
    order.events.push({ step, at });
    this.changed();
    await this.notify(orderNumber);
  }

  /** Sends a notice as the faults say; resolves when it was answered. */
  async notify(orderNumber: string): Promise<void> {
    const { noticeTimes = 1, loseNotices = false } = this.faults;
    if (loseNotices || this.noticeUrl === undefined) return;
    const sent = Promise.all(Array.from({ length: noticeTimes }, () => this.sendNotice(orderNumber)));
    this.underWay.add(sent);
    await sent.finally(() => this.underWay.delete(sent));
  }

  /** Resolves when no notice is outstanding. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private shown({ orderNumber, trackingNumber, postage, events }: Order): object {
    const { stale = false, outOfOrder = false } = this.faults;
    const known = stale ? events.slice(0, -1) : events;
    const told = outOfOrder ? [...known, ...known].reverse() : known;
    return { orderNumber, trackingNumber, postage, events: told };
  }

  private async sendNotice(orderNumber: string): Promise<void> {
    const secret = this.faults.badSignature ? 'another secret altogether' : this.options.secret;
    const status = await fetch(this.noticeUrl!, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-post-signature': createHmac('sha256', secret).update(orderNumber).digest('hex'),
      },
      body: JSON.stringify({ orderNumber }),
      signal: AbortSignal.timeout(30_000),
    }).then(
      (response) => response.status,
      () => 0,
    );
    this.notices.push({ orderNumber, status });
  }

  private changed(): void {
    this.options.onChange?.([...this.orders.values()]);
  }
}
