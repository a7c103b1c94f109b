import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFaults } from './faults.js';
import { paymentPage, unknownPaymentPage } from './payment-page.js';
import { PaymentPlatform, type PaymentPlatformOptions } from './payment-platform.js';
import type { Message } from './signature.js';

export interface RunningPaymentPlatform {
  /** Where partners send INIT, QUERY and GET_BILL. */
  readonly url: string;
  readonly platform: PaymentPlatform;
  stop(): Promise<void>;
}

const LONGEST_BODY = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LONGEST_BODY) throw new RangeError('the body is too long');
  }
  return text;
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

const html = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);

/** What a partner's system asks. */
async function serveRequest(
  platform: PaymentPlatform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const trouble = platform.conduct.requests;
  if (trouble === 'down') return void request.socket.destroy();
  if (trouble === 'hang') return;
  if (trouble === 'garbled') return html(response, 200, '<html>Bảo trì hệ thống</html>');
  if (trouble === 'refuse') return json(response, 200, { error_code: '96', message: 'Hệ thống từ chối' });
  json(response, 200, await platform.answer(JSON.parse(body) as Message));
}

/** The payer's page. A browser gets a page, a script that asks for JSON what came of the callbacks. */
async function servePayer(
  platform: PaymentPlatform,
  reference: string,
  action: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const payment = platform.payments.get(reference);
  if (!payment) return html(response, 404, unknownPaymentPage());
  if (request.method === 'GET') return html(response, 200, paymentPage(payment));
  const callbacks = await (action === 'cancel' ? platform.cancel(reference) : platform.pay(reference));
  if (/json/.test(request.headers.accept ?? ''))
    return json(response, 200, { reference, TrangThaiGD: payment.state, callbacks });
  // Once it is paid, the payer is where the partner wants them.
  if (payment.state === '1' && payment.returnUrl !== undefined)
    return void response.writeHead(303, { location: payment.returnUrl }).end();
  html(response, 200, paymentPage(payment));
}

/** What a tester asks: `faults`, `payments`, `callbacks`, `callback-url`, `confirm-again/{reference}`. */
async function serveControl(
  platform: PaymentPlatform,
  what: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && what === 'payments') return json(response, 200, [...platform.payments.values()]);
  if (request.method === 'GET' && what === 'callbacks') return json(response, 200, platform.callbacks);
  if (request.method === 'GET' && what === 'faults') return json(response, 200, platform.conduct);
  if (request.method !== 'POST') return json(response, 404, { error: 'unknown' });
  if (what.startsWith('confirm-again/'))
    return json(response, 200, await platform.confirmAgain(what.slice('confirm-again/'.length)));
  const body: unknown = JSON.parse(await bodyOf(request));
  if (what === 'faults') platform.misbehave(readFaults(body));
  else if (what === 'callback-url') platform.callbackUrl = new URL(String((body as { url?: unknown }).url)).href;
  else return json(response, 404, { error: 'unknown' });
  json(response, 200, { faults: platform.conduct, callbackUrl: platform.callbackUrl });
}

async function serve(platform: PaymentPlatform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const [, first = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  if (first === '' && request.method === 'POST') return serveRequest(platform, request, response);
  if (first === 'pay' && rest[0] !== undefined) return servePayer(platform, rest[0], rest[1], request, response);
  if (first === 'control') return serveControl(platform, rest.join('/'), request, response);
  json(response, 404, { error: 'unknown' });
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Answers as the platform does, for a server that is somebody else's; `platform.url` must say where that is. */
export const paymentPlatformHandler =
  (platform: PaymentPlatform) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    serve(platform, request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  };

/** Starts the simulated national payment platform: for demonstrations and specs, never for real money. */
export async function startPaymentPlatform(options: PaymentPlatformOptions): Promise<RunningPaymentPlatform> {
  const platform = new PaymentPlatform(options);
  const prefix = options.publicUrl === undefined ? '' : new URL(options.publicUrl).pathname.replace(/\/$/, '');
  const answer = paymentPlatformHandler(platform);
  const server = createServer((request, response) => {
    // Behind a gateway it is asked below its public path, and without it where it stands.
    if (prefix !== '' && request.url?.startsWith(`${prefix}/`)) request.url = request.url.slice(prefix.length);
    answer(request, response);
  });
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port ?? 0, host);
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  platform.url = options.publicUrl ?? url;
  return {
    url,
    platform,
    stop: async () => {
      await platform.settled();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
