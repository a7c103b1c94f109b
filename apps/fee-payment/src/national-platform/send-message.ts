import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import type { Fields } from './message-hash.js';

const unavailable = (message: string, cause?: unknown): GatewayTrouble =>
  new GatewayTrouble('unavailable', '', message, { cause });

function object(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw unavailable('the platform answered with something other than JSON', error);
  }
  throw unavailable('the platform answered with JSON that is not an object');
}

const fields = (content: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );

async function post(url: string, message: Fields, timeoutMs: number): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) throw unavailable(`the platform answered with HTTP ${response.status}`);
    return await response.text();
  } catch (error) {
    if (error instanceof GatewayTrouble) throw error;
    throw unavailable('the platform cannot be reached', error);
  }
}

/**
 * Sends one message and gives the content of its answer, `{ error_code: "0", message: "<JSON>" }`.
 * @throws GatewayTrouble `refused` when error_code is another one; `unavailable` on anything that is not an answer
 */
export async function sendMessage(url: string, message: Fields, timeoutMs: number): Promise<Fields> {
  const { error_code: code, message: content } = fields(object(await post(url, message, timeoutMs)));
  if (code === undefined) throw unavailable('the platform answered without error_code');
  if (Number(code) !== 0) throw new GatewayTrouble('refused', code, `the platform refused with error_code ${code}`);
  return fields(object(content ?? ''));
}
