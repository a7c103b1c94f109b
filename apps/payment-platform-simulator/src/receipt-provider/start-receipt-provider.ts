import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readProviderFaults } from './provider-faults.js';
import { ReceiptProvider, type ReceiptProviderOptions, type Reply } from './receipt-provider.js';

export interface RunningReceiptProvider {
  readonly url: string;
  readonly provider: ReceiptProvider;
  stop(): Promise<void>;
}

const LONGEST_BODY = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LONGEST_BODY) throw new RangeError('the body is too long');
  }
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

/** What a customer asks: `PUT` and `GET /v1/receipts/{key}`, `PUT /v1/receipts/{key}/cancellation`. */
function replyTo(
  provider: ReceiptProvider,
  { method, path }: { readonly method: string; readonly path: readonly string[] },
  body: Record<string, unknown>,
): Reply {
  const [version, resource, key, act] = path;
  if (version !== 'v1' || resource !== 'receipts' || key === undefined) return { status: 404, body: {} };
  if (method === 'GET' && act === undefined) return provider.find(key);
  if (method === 'PUT' && act === undefined) return provider.take(key, body);
  if (method === 'PUT' && act === 'cancellation')
    return provider.cancel(key, String(body['reason']), String(body['cancelledAt']));
  return { status: 404, body: {} };
}

async function serveCustomer(
  provider: ReceiptProvider,
  path: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const body = await bodyOf(request);
  provider.requests.push(`${method} /${path.join('/')}`);
  const { requests: trouble, delayMs = 0 } = provider.takeConduct();
  if (trouble === 'down') return void request.socket.destroy();
  if (trouble === 'hang') return;
  if (delayMs > 0) await pause(delayMs);
  if (trouble === 'garbled') return void response.writeHead(200).end('<html>Bảo trì hệ thống</html>');
  if (trouble === 'fail') return json(response, 500, { code: 'ERROR', message: 'Lỗi hệ thống' });
  if (trouble === 'refuse') return json(response, 422, { code: 'REFUSED', message: 'Chưa đăng ký sử dụng biên lai' });
  if (request.headers.authorization !== `Bearer ${provider.token}`)
    return json(response, 401, { code: 'UNAUTHORIZED', message: 'the token is not known' });
  const reply = replyTo(provider, { method, path }, body);
  if (trouble === 'loseAnswer') return void request.socket.destroy();
  json(response, reply.status, reply.body);
}

/** What a tester asks: `faults`, `receipts`. */
async function serveControl(
  provider: ReceiptProvider,
  what: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && what === 'receipts') return json(response, 200, [...provider.receipts.values()]);
  if (request.method === 'GET' && what === 'faults') return json(response, 200, provider.conduct);
  if (request.method !== 'POST' || what !== 'faults') return json(response, 404, { error: 'unknown' });
  provider.misbehave(readProviderFaults(await bodyOf(request)));
  json(response, 200, provider.conduct);
}

async function serve(provider: ReceiptProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const [first, ...rest] = path;
  if (first === 'control') return serveControl(provider, rest.join('/'), request, response);
  return serveCustomer(provider, path, request, response);
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Answers as the provider does, for a server that is somebody else's. */
export const receiptProviderHandler =
  (provider: ReceiptProvider) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    serve(provider, request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  };

/** Starts the simulated provider of electronic receipts: for demonstrations and specs, never for real receipts. */
export async function startReceiptProvider(options: ReceiptProviderOptions): Promise<RunningReceiptProvider> {
  const provider = new ReceiptProvider(options);
  const server = createServer(receiptProviderHandler(provider));
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port ?? 0, host);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    provider,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
