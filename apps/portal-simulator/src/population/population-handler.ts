import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PopulationRegister, Registered } from './population-register.js';

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

async function serve(register: PopulationRegister, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').replace(/\/+$/, '');
  if (request.method !== 'POST') return json(response, 404, {});
  const body = await bodyOf(request);
  if (path.endsWith('/control/faults')) {
    register.faults = body;
    return json(response, 200, {});
  }
  if (path.endsWith('/control/people')) {
    const { SoDinhDanh, ...person } = body;
    register.register(String(SoDinhDanh), person as unknown as Registered);
    return json(response, 200, {});
  }
  const { delayMs = 0, away = false, html = false } = register.faults;
  await pause(delayMs);
  if (away) return void response.socket?.destroy();
  if (html) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bảo trì</h1>');
  const person = register.find(String(body['SoDinhDanh']));
  if (person) return json(response, 200, { error_code: 0, result: person });
  json(response, 200, { error_code: 3, message: 'Số định danh không tồn tại' });
}

/** Answers as the population database does, for a server that is somebody else's. */
export const populationHandler =
  (register: PopulationRegister) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    serve(register, request, response).catch(() => json(response, 400, {}));
  };

/** Starts it alone, for specs. */
export async function startPopulationDatabase(
  register: PopulationRegister,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(populationHandler(register));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
