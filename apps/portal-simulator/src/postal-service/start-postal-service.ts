import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readFaults } from './faults.js';
import { type Step, STEPS } from './orders.js';
import { type PostalServiceOptions, type Reply, SimulatedPostalService } from './simulated-postal-service.js';

export interface RunningPostalService {
  readonly url: string;
  readonly service: SimulatedPostalService;
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

const isAllowed = ({ token }: SimulatedPostalService, { headers }: IncomingMessage): boolean =>
  token === undefined || headers.authorization === `Bearer ${token}`;

/** What a sender's system asks: `orders`, `orders/{number}`, `orders/{number}/cancellation`. */
function answerTo(
  service: SimulatedPostalService,
  method: string | undefined,
  [number, act]: readonly string[],
  body: Record<string, unknown>,
): Reply | undefined {
  if (method === 'POST' && number === undefined) return service.order(body);
  if (method === 'GET' && number !== undefined && act === undefined) return service.track(number);
  return method === 'POST' && number !== undefined && act === 'cancellation' ? service.cancel(number) : undefined;
}

async function serveSender(
  service: SimulatedPostalService,
  path: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const { requests, loseAnswers = false, delayMs = 0 } = service.conduct;
  if (delayMs > 0) await pause(delayMs);
  if (requests === 'down') return void request.socket.destroy();
  if (requests === 'hang') return;
  if (requests === 'garbled')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Bảo trì</html>');
  if (requests === 'refuse') return json(response, 503, { code: 'UNAVAILABLE', message: 'Hệ thống bảo trì' });
  if (!isAllowed(service, request)) return json(response, 401, { code: 'UNAUTHORIZED', message: 'Sai mã truy cập' });
  const reply = answerTo(service, request.method, path, body);
  if (loseAnswers) return void request.socket.destroy();
  json(response, reply?.status ?? 404, reply?.body ?? { code: 'UNKNOWN', message: 'Không có địa chỉ này' });
}

/** What a tester asks: `faults`, `orders`, `notices`, `orders/{number}/{step}` with `at`. */
async function serveControl(
  service: SimulatedPostalService,
  [what, number, step]: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && what === 'orders') return json(response, 200, [...service.orders.values()]);
  if (request.method === 'GET' && what === 'notices') return json(response, 200, service.notices);
  if (request.method === 'GET' && what === 'faults') return json(response, 200, service.conduct);
  if (request.method !== 'POST') return json(response, 404, { error: 'unknown' });
  const body = await bodyOf(request);
  if (what === 'faults') {
    service.misbehave(readFaults(body));
    return json(response, 200, service.conduct);
  }
  if (what !== 'orders' || number === undefined || !STEPS.includes(step as Step))
    return json(response, 404, { error: 'unknown' });
  await service.move(number, step as Step, typeof body['at'] === 'string' ? body['at'] : undefined);
  json(response, 200, service.orders.get(number));
}

async function serve(
  service: SimulatedPostalService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const [, first = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  if (first === 'orders') return serveSender(service, rest, request, response);
  if (first === 'control') return serveControl(service, rest, request, response);
  json(response, 404, { error: 'unknown' });
}

/** Answers as the postal service does, for a server that is somebody else's. */
export const postalServiceHandler =
  (service: SimulatedPostalService) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    serve(service, request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  };

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Starts the simulated postal service: for demonstrations and specs. */
export async function startPostalService(options: PostalServiceOptions): Promise<RunningPostalService> {
  const service = new SimulatedPostalService(options);
  const server = createServer(postalServiceHandler(service));
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port ?? 0, host);
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  service.url = url;
  return {
    url,
    service,
    stop: async () => {
      await service.settled();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
