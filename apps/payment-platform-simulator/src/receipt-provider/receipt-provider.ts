import { randomBytes } from 'node:crypto';
import type { ProviderFaults } from './provider-faults.js';

/** One receipt as the provider keeps it. */
export interface TakenReceipt {
  /** By which its sender knows it: the same key is the same receipt. */
  readonly key: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Under which the provider shows it. */
  readonly code: string;
  readonly signedBy: string;
  readonly signedAt: string;
  cancelled: { readonly reason: string; readonly at: string } | null;
}

export interface ReceiptProviderOptions {
  /** Port to listen on; 0 (the default) takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Bearer token of the one customer that it serves. */
  readonly token: string;
  /** Receipts that it knew when it was stopped. */
  readonly known?: readonly TakenReceipt[];
  /** Called after every change, with all receipts, so that somebody can keep them. */
  readonly onChange?: (receipts: readonly TakenReceipt[]) => void;
}

/** What is answered: a status and a body. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const NEEDED = ['form', 'symbol', 'number', 'kind', 'issuedAt', 'amount', 'amountInWords', 'collector'] as const;
const refusal = (status: number, code: string, message: string): Reply => ({ status, body: { code, message } });

/** The provider's state and conduct, apart from HTTP. */
export class ReceiptProvider {
  readonly receipts = new Map<string, TakenReceipt>();
  /** Everything that was asked, in order: method and path. */
  readonly requests: string[] = [];
  readonly token: string;
  private faults: ProviderFaults = {};
  private misbehaved = 0;
  private readonly changed: () => void;

  constructor({ token, known = [], onChange }: ReceiptProviderOptions) {
    this.token = token;
    for (const receipt of known) this.receipts.set(receipt.key, receipt);
    this.changed = () => onChange?.([...this.receipts.values()]);
  }

  /** From now on, and instead of what was said before. `{}` behaves. */
  misbehave(faults: ProviderFaults): void {
    this.faults = faults;
    this.misbehaved = 0;
  }

  /** How the next request is treated. */
  takeConduct(): ProviderFaults {
    const { times, requests, ...rest } = this.faults;
    if (requests === undefined) return this.faults;
    if (times !== undefined && this.misbehaved >= times) return rest;
    this.misbehaved += 1;
    return this.faults;
  }

  get conduct(): ProviderFaults {
    return this.faults;
  }

  /** Takes and signs a receipt. The same again is answered as before; a number is one receipt's. */
  take(key: string, content: Readonly<Record<string, unknown>>): Reply {
    const known = this.receipts.get(key);
    if (known) {
      const same = JSON.stringify(known.content) === JSON.stringify(content);
      return same ? this.shown(200, known) : refusal(409, 'KEY_USED', 'the key is of another receipt');
    }
    const missing = NEEDED.filter((field) => content[field] === undefined || content[field] === '');
    if (missing.length > 0) return refusal(422, 'INCOMPLETE', `missing: ${missing.join(', ')}`);
    const numberOf = (of: Readonly<Record<string, unknown>>): string =>
      JSON.stringify([(of['collector'] as Record<string, unknown>)['agency'], of['form'], of['symbol'], of['number']]);
    if ([...this.receipts.values()].some((one) => numberOf(one.content) === numberOf(content)))
      return refusal(409, 'NUMBER_USED', 'the number is of another receipt');
    const adjustment = this.adjustmentFault(content);
    if (adjustment) return adjustment;
    const receipt: TakenReceipt = {
      ...{ key, content, cancelled: null },
      code: `SIM${randomBytes(6).toString('hex').toUpperCase()}`,
      signedBy: String((content['collector'] as Record<string, unknown>)['name']),
      signedAt: new Date().toISOString(),
    };
    this.receipts.set(key, receipt);
    this.changed();
    return this.shown(201, receipt);
  }

  /** One that adjusts another names one that holds, and takes no more of it than is left. */
  private adjustmentFault({ adjusts, amount }: Readonly<Record<string, unknown>>): Reply | undefined {
    if (adjusts === undefined || adjusts === null) return undefined;
    const all = [...this.receipts.values()];
    const adjusted = all.find(({ content }) => `${String(content['symbol'])} ${String(content['number'])}` === adjusts);
    if (adjusted?.cancelled !== null)
      return refusal(422, 'ADJUSTS_UNKNOWN', 'the receipt that it adjusts does not hold');
    const before = all.filter(({ content }) => content['adjusts'] === adjusts);
    const taken = before.reduce((sum, { content }) => sum + Number(content['amount']), Number(amount));
    if (taken > Number(adjusted.content['amount']))
      return refusal(422, 'ADJUSTS_TOO_MUCH', 'less is left of the receipt that it adjusts');
    return undefined;
  }

  find(key: string): Reply {
    const receipt = this.receipts.get(key);
    return receipt ? this.shown(200, receipt) : refusal(404, 'UNKNOWN', 'there is no receipt with this key');
  }

  cancel(key: string, reason: string, at: string): Reply {
    const receipt = this.receipts.get(key);
    if (!receipt) return refusal(404, 'UNKNOWN', 'there is no receipt with this key');
    receipt.cancelled ??= { reason, at };
    this.changed();
    return this.shown(200, receipt);
  }

  private shown(status: number, { key, code, signedBy, signedAt, cancelled }: TakenReceipt): Reply {
    return { status, body: { key, code, signedBy, signedAt, cancelled } };
  }
}
