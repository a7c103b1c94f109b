import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeldFile } from './held-files.js';
import { NationalPortal, type NationalPortalOptions } from './national-portal.js';
import { dossierPage, listPage, unknownPage } from './portal-page.js';
import { serveControl } from './serve-control.js';
import { serveProvince } from './serve-province.js';

export interface StartOptions extends NationalPortalOptions {
  /** Port to listen on; 0 (the default) takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Its address as others reach it, where that is not the one that it listens at. */
  readonly publicUrl?: string;
}

export interface RunningPortal {
  /** The base below which `mapi/login` and `mapi/g` answer. */
  readonly url: string;
  readonly portal: NationalPortal;
  stop(): Promise<void>;
}

const LONGEST_BODY = 64 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new RangeError('the body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
const html = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);

function sendFile(file: HeldFile | undefined, response: ServerResponse): void {
  if (!file) return void response.writeHead(404).end();
  if (file.cutAt !== undefined) {
    response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.content.length });
    return void response.write(file.content.subarray(0, file.cutAt), () => response.destroy());
  }
  if (file.hang) return void response.writeHead(200, { 'content-type': file.mediaType }).write(file.content);
  if (file.redirectTo !== undefined) return void response.writeHead(302, { location: file.redirectTo }).end();
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.content.length }).end(file.content);
}

async function serve(portal: NationalPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
  const call = /(?:^|\/)mapi\/(login|g)$/.exec(pathname)?.[1];
  if (call !== undefined && request.method === 'POST') {
    const destination = request.headers['dstcode'];
    const asked = {
      destination: Array.isArray(destination) ? destination[0] : destination,
      body: await bodyOf(request),
    };
    return serveProvince(portal, call as 'login' | 'g', asked, response);
  }
  const [, first = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  if (first === 'control') {
    const answer = await serveControl(portal, rest.join('/'), request, await bodyOf(request));
    return json(response, answer.status, answer.body);
  }
  if (first === 'files') return sendFile(portal.files.find(rest[0] ?? ''), response);
  if (first === 'health') return json(response, 200, { status: 'ok' });
  if (first === '') return html(response, 200, listPage(portal));
  const held = first === 'dossiers' ? portal.holdings.find(searchParams.get('code') ?? '') : undefined;
  html(response, held ? 200 : 404, held ? dossierPage(portal, held) : unknownPage(portal));
}

/** Answers as the portal does, for a server that is somebody else's; `portal.url` must say where that is. */
export const portalHandler =
  (portal: NationalPortal) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    serve(portal, request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  };

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Starts the simulated national portal: for demonstrations and specs. */
export async function startPortal({
  port = 0,
  host = '127.0.0.1',
  publicUrl,
  ...options
}: StartOptions): Promise<RunningPortal> {
  const portal = new NationalPortal(options);
  const prefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  const answer = portalHandler(portal);
  const server = createServer((request, response) => {
    // Behind a gateway it is asked below its public path, and without it where it stands.
    if (prefix !== '' && request.url?.startsWith(prefix)) request.url = request.url.slice(prefix.length) || '/';
    answer(request, response);
  });
  await listen(server, port, host);
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  portal.url = publicUrl ?? url;
  return {
    url,
    portal,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
