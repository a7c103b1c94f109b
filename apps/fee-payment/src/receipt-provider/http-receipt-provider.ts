import { Injectable } from '@nestjs/common';
import { isInstant } from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { ProviderTrouble, type ReceiptProvider, type ReceiptToRegister, type Registered } from './receipt-provider.js';

const unavailable = (message: string, cause?: unknown): ProviderTrouble =>
  new ProviderTrouble('unavailable', message, { cause });

/** A provider behind `PUT` and `GET {address}/v1/receipts/{key}`, and `PUT …/cancellation` (ADR 0050). */
@Injectable()
export class HttpReceiptProvider implements ReceiptProvider {
  constructor(private readonly config: PaymentConfig) {}

  async find(key: string): Promise<Registered | undefined> {
    const response = await this.ask('GET', key);
    return response.status === 404 ? undefined : registeredOf(await content(response));
  }

  async register(key: string, receipt: ReceiptToRegister): Promise<Registered> {
    return registeredOf(await content(await this.ask('PUT', key, receipt)));
  }

  async cancel(key: string, reason: string, cancelledAt: string): Promise<Registered> {
    return registeredOf(await content(await this.ask('PUT', `${key}/cancellation`, { reason, cancelledAt })));
  }

  private async ask(method: 'GET' | 'PUT', path: string, body?: object): Promise<Response> {
    const { receiptProviderUrl, receiptProviderToken = '', receiptProviderTimeoutMs } = this.config;
    try {
      return await fetch(`${receiptProviderUrl?.replace(/\/$/, '')}/v1/receipts/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${receiptProviderToken}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json; charset=utf-8' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(receiptProviderTimeoutMs),
        redirect: 'error',
      });
    } catch (error) {
      throw unavailable('the provider cannot be reached', error);
    }
  }
}

/** @throws ProviderTrouble `refused` where the answer is 4xx, `unavailable` on anything else that is no receipt */
async function content(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const value = await object(response);
  if (response.ok) return value;
  const isRefused = response.status >= 400 && response.status < 500 && ![401, 403, 408, 429].includes(response.status);
  const words = [value['code'], value['message']].filter((word) => typeof word === 'string');
  const said = [response.status, ...words].join(' ').slice(0, 300);
  throw new ProviderTrouble(isRefused ? 'refused' : 'unavailable', said);
}

async function object(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = await response.json();
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw unavailable(`the provider answered ${response.status} with something other than JSON`, error);
  }
  throw unavailable(`the provider answered ${response.status} with JSON that is not an object`);
}

function registeredOf({ code, signedBy, signedAt, cancelled }: Readonly<Record<string, unknown>>): Registered {
  if (typeof code !== 'string' || code === '' || typeof signedBy !== 'string' || !isInstant(signedAt))
    throw unavailable('the provider answered with something other than a receipt');
  return { code, signedBy, signedAt: Temporal.Instant.from(String(signedAt)), isCancelled: cancelled != null };
}
