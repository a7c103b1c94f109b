import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.js';
import { type Payment, platformTime, type SentCallback } from './payments.js';
import type { Partner } from './answer-requests.js';
import { type Message, signatureOf } from './signature.js';

/** The CONFIRM message of a payment, bent as the faults say. */
export function confirmation(
  payment: Payment,
  partner: Partner,
  { amount, badHash, fail = '24' }: Faults,
  transaction = payment.transaction,
): Message {
  const message = {
    LoaiBanTin: 'CONFIRM',
    MaLoi: payment.state === '1' ? '00' : fail,
    MaDoiTac: partner.code,
    MaThamChieu: payment.reference,
    SoTien: String(amount ?? payment.amount),
    MaTienTe: 'VND',
    MaGiaoDich: transaction,
    MaNganHang: 'PAYMENT',
    ThoiGianGD: payment.paidAt || platformTime(),
    ThongTinGiaoDich: payment.description,
  };
  const hash = signatureOf('CONFIRM', message, partner.secret);
  return {
    ...message,
    MaXacThuc: badHash ? hash.replaceAll(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0')) : hash,
  };
}

export async function sendCallback(url: string, sent: Message): Promise<SentCallback> {
  const reference = sent['MaThamChieu'] ?? '';
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(30_000),
    });
    return { reference, sent, status: response.status, answer: await response.text() };
  } catch (error) {
    return { reference, sent, status: 0, answer: error instanceof Error ? error.message : String(error) };
  }
}

/** Sends a message as often, as late and as closely together as the faults say. */
export async function sendCallbacks(
  url: string,
  sent: Message,
  { times = 1, concurrently = false, delayMs = 0 }: Faults,
): Promise<SentCallback[]> {
  if (delayMs > 0) await pause(delayMs);
  const repeats = Array.from({ length: times }, () => () => sendCallback(url, sent));
  if (concurrently) return Promise.all(repeats.map((send) => send()));
  const results: SentCallback[] = [];
  for (const send of repeats) results.push(await send());
  return results;
}
