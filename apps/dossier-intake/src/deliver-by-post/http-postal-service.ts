import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PARCEL_STEPS, type ParcelEvent, type ParcelStep } from '@motcua/dossier-domain';
import {
  type OrderAnswer,
  type ParcelToBring,
  PostalService,
  type TakenParcel,
  type TrackAnswer,
} from './postal-service.js';
import { PostUnavailable } from './post-unavailable.js';
import { PostalConfig } from './postal.config.js';

type Json = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body: Json;
}

const textOf = (value: unknown, most: number): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most ? value.trim() : null;

/** Every name of the assumed protocol is here (ADR 0046): orders by our number, their events, and signed notices. */
@Injectable()
export class HttpPostalService extends PostalService {
  constructor(private readonly config: PostalConfig) {
    super();
  }

  async order({ orderNumber, sender, recipient }: ParcelToBring): Promise<OrderAnswer> {
    const { status, body } = await this.ask('POST', 'orders', { orderNumber, sender, recipient });
    // It understood, and does not want it; whatever else is no answer.
    if (status === 409 || status === 422)
      return { is: 'refused', reason: textOf(body['message'], 500) ?? `HTTP ${status}` };
    const parcel = parcelOf(body);
    if (status >= 300 || !parcel) throw new PostUnavailable(`answered with HTTP ${status}`);
    return { is: 'taken', ...parcel };
  }

  async track(orderNumber: string): Promise<TrackAnswer> {
    const { status, body } = await this.ask('GET', `orders/${encodeURIComponent(orderNumber)}`);
    if (status === 404 && body['code'] === 'ORDER_UNKNOWN') return { is: 'unknown' };
    const parcel = parcelOf(body);
    const events = body['events'];
    if (status >= 300 || !parcel || !Array.isArray(events)) throw new PostUnavailable(`answered with HTTP ${status}`);
    return { is: 'known', ...parcel, events: events.flatMap(eventOf) };
  }

  async cancel(orderNumber: string): Promise<boolean> {
    const { status, body } = await this.ask('POST', `orders/${encodeURIComponent(orderNumber)}/cancellation`, {});
    if (status === 409) return false;
    const isUnknown = status === 404 && body['code'] === 'ORDER_UNKNOWN';
    if (status >= 300 && !isUnknown) throw new PostUnavailable(`answered with HTTP ${status}`);
    return true;
  }

  isGenuine(orderNumber: string, signature: string | undefined): boolean {
    const { noticeToken } = this.config;
    if (noticeToken === undefined || signature === undefined || !/^[0-9a-f]{64}$/.test(signature)) return false;
    const own = createHmac('sha256', noticeToken).update(orderNumber, 'utf8').digest();
    return timingSafeEqual(own, Buffer.from(signature, 'hex'));
  }

  private async ask(method: 'GET' | 'POST', path: string, content?: object): Promise<Answer> {
    const { url, token, timeoutMs } = this.config;
    if (url === undefined) throw new PostUnavailable('there is no postal service');
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(content && { 'content-type': 'application/json; charset=utf-8' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(content && { body: JSON.stringify(content) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body: unknown = await response.json();
      return { status: response.status, body: typeof body === 'object' && body !== null ? (body as Json) : {} };
    } catch (error) {
      throw new PostUnavailable('no answer', { cause: error });
    }
  }
}

function parcelOf({ trackingNumber, postage }: Json): TakenParcel | undefined {
  const number = textOf(trackingNumber, 60);
  if (number === null) return undefined;
  return {
    trackingNumber: number,
    postage: Number.isSafeInteger(postage) && Number(postage) >= 0 ? Number(postage) : null,
  };
}

/** What is told without an instant, or in a word that is not known, says nothing. */
function eventOf(told: unknown): ParcelEvent[] {
  if (typeof told !== 'object' || told === null) return [];
  const { step, at } = told as Json;
  if (!PARCEL_STEPS.includes(step as ParcelStep) || typeof at !== 'string') return [];
  try {
    return [{ step: step as ParcelStep, at: Temporal.Instant.from(at).toString() }];
  } catch {
    return [];
  }
}
