import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Decision } from './answer-service.js';
import type { NationalPortal } from './national-portal.js';
import type { Wire } from './records.js';

const PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>Hệ thống đang bảo trì</body></html>';
const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
const html = (response: ServerResponse, status: number): void =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);

/** How an answer is lost or spoilt: before anything was taken, or after. */
const SPOILT = ['closed', 'error', 'html'] as const;
type Spoilt = (typeof SPOILT)[number];

function spoil(how: Spoilt, portal: NationalPortal, response: ServerResponse): void {
  if (how === 'closed') return void response.socket?.destroy();
  if (how === 'html') return html(response, 200);
  const status = portal.dice.pick([500, 502, 503, 504]);
  if (portal.dice.falls(0.5)) return html(response, status);
  json(response, status, { error_code: -99, message: 'Lỗi hệ thống' });
}

function befalls(portal: NationalPortal, when: 'Before' | 'After'): Spoilt | undefined {
  const { conduct, dice } = portal;
  return SPOILT.find((how) => dice.falls(conduct[`${how}${when}`]));
}

/** A session that has expired is told in one of three ways. */
function tellSessionGone(portal: NationalPortal, response: ServerResponse): void {
  const way = portal.dice.pick(['minus', 'code', 'status'] as const);
  if (way === 'status') return json(response, 401, { error_code: 401, message: 'Session không hợp lệ' });
  json(response, 200, {
    error_code: way === 'minus' ? -1 : portal.conduct.numbers ? 401 : '401',
    message: way === 'minus' ? 'Session không tồn tại hoặc đã hết hạn' : 'Invalid session',
  });
}

function inNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNumbers);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inNumbers(one)]));
  return typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

function envelope(portal: NationalPortal, { code, message, result }: Decision): Record<string, unknown> {
  const { numbers, duplicates } = portal.conduct;
  const success = code === '0' ? portal.dice.pick<number | string>([0, '0', '00']) : code;
  const told = duplicates && Array.isArray(result) ? [...(result as unknown[]), ...(result as unknown[])] : result;
  return {
    error_code: numbers ? Number(success) : success,
    ...(message !== undefined && { message }),
    ...(told !== undefined && { result: numbers ? inNumbers(told) : told }),
  };
}

function codeIn(call: Wire): string {
  const [record] = Array.isArray(call['data']) ? (call['data'] as readonly Wire[]) : [];
  const code = record?.['MaHoSo'] ?? call['mahoso'];
  return typeof code === 'string' ? code : '';
}

/** `mapi/g`: one call with its session. */
async function answerCall(portal: NationalPortal, call: Wire, response: ServerResponse): Promise<void> {
  const service = String(call['service']);
  const code = codeIn(call);
  const note = (fate: string, { code: decided, message = '' }: Decision = { code: '' }): void =>
    portal.observations.add({
      at: new Date().toISOString(),
      service,
      code,
      fate,
      decided,
      message,
      ...(typeof call['isUpdating'] === 'string' && { isUpdating: call['isUpdating'] }),
      ...(service === 'CapNhatTienDoHoSoMC' && Array.isArray(call['data']) && { lines: call['data'].length }),
    });
  const { conduct, dice } = portal;
  if (conduct.delayMs !== undefined && conduct.delayMs > 0) await pause(conduct.delayMs);
  if (dice.falls(conduct.slow)) await pause(conduct.slowMs ?? 1_000);
  const before = befalls(portal, 'Before');
  if (before) return (note(`${before} before`), spoil(before, portal, response));
  if (dice.falls(conduct.sessionLost)) portal.endSession(call['session']);
  if (!portal.knowsSession(call['session'])) return (note('session gone'), tellSessionGone(portal, response));
  const decision = portal.decide(call);
  if (decision.change) portal.take(decision.change);
  const after = befalls(portal, 'After');
  if (after) return (note(`${after} after`, decision), spoil(after, portal, response));
  note('answered', decision);
  json(response, 200, envelope(portal, decision));
}

/** What a province's system asks of the portal, behind the exchange adapter. */
export async function serveProvince(
  portal: NationalPortal,
  what: 'login' | 'g',
  { destination, body }: { readonly destination: string | undefined; readonly body: string },
  response: ServerResponse,
): Promise<void> {
  if (portal.conduct.away) return void response.socket?.destroy();
  if (!portal.serves(destination)) return json(response, 404, { error_code: -2, message: 'dstcode không tồn tại' });
  const call = JSON.parse(body) as Wire;
  if (what === 'login') return json(response, 200, portal.logIn(call));
  const end = portal.observations.begin(String(call['service']), codeIn(call));
  try {
    await answerCall(portal, call, response);
  } finally {
    end();
  }
}
