import { randomInt } from 'node:crypto';
import { answerRequest, type Envelope, type Partner } from './answer-requests.js';
import { confirmation, sendCallback, sendCallbacks } from './call-back.js';
import type { Faults } from './faults.js';
import { type Payment, platformTime, type SentCallback } from './payments.js';
import type { Message } from './signature.js';

export interface PaymentPlatformOptions {
  /** Port to listen on; 0 (the default) takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** The one partner it serves, and the secret shared with it. */
  readonly partner: string;
  readonly secret: string;
  /** Where CONFIRM goes; may be set later, when the partner's address is known. */
  readonly callbackUrl?: string;
  /** The address that payers and partners see, where it is not the one that it listens at; its path is no part of ours. */
  readonly publicUrl?: string;
  /** Payments that it knew when it was stopped. */
  readonly known?: readonly Payment[];
  /** Called after every change, with all payments, so that somebody can keep them. */
  readonly onChange?: (payments: readonly Payment[]) => void;
}

const newTransaction = (): string => `GD${platformTime()}${randomInt(100_000, 1_000_000)}`;

/** The platform's state and conduct, apart from HTTP. */
export class PaymentPlatform {
  readonly payments = new Map<string, Payment>();
  /** Every callback sent, with what it was answered. */
  readonly callbacks: SentCallback[] = [];
  /** Everything that partners asked for, in order. */
  readonly requests: Message[] = [];
  callbackUrl: string | undefined;
  url = '';
  private faults: Faults = {};
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly partner: Partner;
  private readonly changed: () => void;

  constructor(options: PaymentPlatformOptions) {
    this.partner = { code: options.partner, secret: options.secret };
    this.callbackUrl = options.callbackUrl;
    for (const payment of options.known ?? []) this.payments.set(payment.reference, payment);
    this.changed = () => options.onChange?.([...this.payments.values()]);
  }

  /** From now on, and instead of what was said before. `{}` behaves. */
  misbehave(faults: Faults): void {
    this.faults = faults;
  }

  get conduct(): Faults {
    return this.faults;
  }

  async answer(message: Message): Promise<Envelope> {
    this.requests.push(message);
    const envelope = answerRequest(this.payments, message, this.partner, this.url);
    if (message['LoaiBanTin'] === 'INIT' || message['LoaiBanTin'] === 'CANCEL') this.changed();
    if (message['LoaiBanTin'] === 'INIT' && envelope.error_code === '0' && this.faults.beforeInitAnswer) {
      await this.pay(message['MaThamChieu'] ?? '');
    }
    return envelope;
  }

  /** The payer pays. Resolves with the callbacks that were answered; none when they are lost or come later. */
  async pay(reference: string): Promise<SentCallback[]> {
    const payment = this.find(reference);
    if (payment.closed) return [];
    if (payment.state !== '1') {
      payment.state = this.faults.fail === undefined ? '1' : '4';
      payment.transaction = newTransaction();
      payment.paidAt = platformTime();
      this.changed();
    }
    return this.confirm(payment);
  }

  /** The payer gives up. */
  async cancel(reference: string): Promise<SentCallback[]> {
    const payment = this.find(reference);
    if (payment.closed) return [];
    if (payment.state !== '1') payment.state = '4';
    this.changed();
    return this.confirm(payment);
  }

  /** Sends the callback of a payment again as it stands, once and without faults. */
  async confirmAgain(reference: string): Promise<SentCallback> {
    const payment = this.find(reference);
    return this.send(confirmation(payment, this.partner, {}));
  }

  /** Sends a message again, byte for byte, as the platform does with one that nobody answered. */
  sendAgain(sent: Message): Promise<SentCallback> {
    return this.send(sent);
  }

  /** The CONFIRM that would be sent, for specs that send it themselves. */
  confirmationOf(reference: string, faults: Faults = {}): Message {
    return confirmation(this.find(reference), this.partner, faults);
  }

  /** Resolves when no delayed callback is outstanding. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async confirm(payment: Payment): Promise<SentCallback[]> {
    const { faults, callbackUrl } = this;
    if (faults.lose || callbackUrl === undefined) return [];
    const messages = [confirmation(payment, this.partner, faults)];
    if (faults.chargeTwice) messages.push(confirmation(payment, this.partner, faults, newTransaction()));
    const work = Promise.all(messages.map((message) => sendCallbacks(callbackUrl, message, faults))).then((results) => {
      this.callbacks.push(...results.flat());
      return results.flat();
    });
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
    return faults.delayMs ? [] : work;
  }

  private async send(message: Message): Promise<SentCallback> {
    if (this.callbackUrl === undefined) throw new Error('the callback address is not set');
    const result = await sendCallback(this.callbackUrl, message);
    this.callbacks.push(result);
    return result;
  }

  private find(reference: string): Payment {
    const payment = this.payments.get(reference);
    if (!payment) throw new RangeError(`the platform has no payment ${reference}`);
    return payment;
  }
}
