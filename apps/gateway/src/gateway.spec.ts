import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationFaults } from '@motcua/platform/edge';
import { type RunningGateway, startGateway } from './start-gateway.js';

interface Json {
  readonly [name: string]: object;
}
type Answering = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(answer: Answering): Promise<{ server: Server; url: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const described = (name: string): object => ({
  openapi: '3.1.0',
  info: { title: name, version: '1', description: `dịch vụ ${name} · the ${name}` },
  paths: {
    [`/${name}/v1/things`]: { get: { responses: { 200: { content: { a: { $ref: '#/components/schemas/Thing' } } } } } },
    [`/${name}/health/live`]: { get: {} },
  },
  components: { schemas: { Thing: { type: 'object' } } },
});

describe('the gateway', () => {
  let answer: Answering;
  let intake: Awaited<ReturnType<typeof listen>>;
  let catalogue: Awaited<ReturnType<typeof listen>>;
  let gateway: RunningGateway;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    answer = (_, response) => json(response, 200, {});
    const service =
      (name: string): Answering =>
      (request, response) => {
        asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
        if (request.url === `/${name}/openapi.json`) return json(response, 200, described(name));
        if (request.url === `/${name}/health/ready`) return json(response, 200, { status: 'ok', checks: {} });
        answer(request, response);
      };
    [intake, catalogue] = await Promise.all([listen(service('intake')), listen(service('catalogue'))]);
    gateway = await startGateway({
      MOTCUA_GATEWAY_SERVICES: `intake=${intake.url}, catalogue=${catalogue.url}`,
      MOTCUA_GATEWAY_ALSO: `issuer=${catalogue.url}`,
      MOTCUA_HOST: '127.0.0.1',
      MOTCUA_GATEWAY_TIMEOUT_MS: '1500',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
  });
  afterEach(async () => {
    await gateway.stop();
    for (const { server } of [intake, catalogue]) server.close().closeAllConnections();
  });

  it('passes a request on as it stands, and the answer back', async () => {
    const seen: Partial<IncomingMessage>[] = [];
    answer = (request, response) => {
      seen.push({ method: request.method!, url: request.url!, headers: request.headers });
      void text(request).then((body) =>
        json(response, 201, { body }, { etag: '"7"', location: '/intake/v1/dossiers/7', link: '<x>; rel="next"' }),
      );
    };
    const reply = await fetch(`${gateway.url}/intake/v1/dossiers?agency=H48.1&q=a%20b`, {
      method: 'POST',
      headers: {
        'content-type': 'application/merge-patch+json',
        'idempotency-key': 'k-1',
        prefer: 'wait=5',
        'if-match': '"6"',
      },
      body: '{"tên": "hồ sơ"}',
    });
    expect([reply.status, reply.headers.get('etag'), reply.headers.get('location'), reply.headers.get('link')]).toEqual(
      [201, '"7"', '/intake/v1/dossiers/7', '<x>; rel="next"'],
    );
    expect(await reply.json()).toEqual({ body: '{"tên": "hồ sơ"}' });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/intake/v1/dossiers?agency=H48.1&q=a%20b',
        headers: {
          'content-type': 'application/merge-patch+json',
          'idempotency-key': 'k-1',
          prefer: 'wait=5',
          'if-match': '"6"',
          traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
        },
      },
    ]);
  });

  it('passes every method on, and what is not described too', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
      const reply = await fetch(`${gateway.url}/issuer/token`, { method });
      await reply.arrayBuffer();
      expect(reply.status).toBe(200);
    }
    expect(asked).toEqual(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /issuer/token`));
  });

  it('streams: the service has the first part of an upload while the last is still to come', async () => {
    const arrived: string[] = [];
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => arrived.push(chunk.toString()));
      request.on('end', () => json(response, 200, arrived));
    };
    const upload = httpRequest(`${gateway.url}/intake/v1/files`, { method: 'POST' });
    upload.write('một');
    while (arrived.length === 0) await pause(5);
    expect(arrived).toEqual(['một']);
    upload.end('hai');
    const [reply] = (await once(upload, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(reply))).toEqual(['một', 'hai']);
  });

  it('an upload that breaks off breaks off at the service too', async () => {
    const ended = new Promise<string>((resolve) => {
      answer = (request) => {
        request.on('error', () => undefined);
        request.once('data', () => upload.destroy());
        request.once('close', () => resolve(request.complete ? 'whole' : 'broken off'));
      };
    });
    const upload = httpRequest(`${gateway.url}/intake/v1/files`, { method: 'POST' }).on('error', () => undefined);
    upload.write('một nửa');
    expect(await ended).toBe('broken off');
  });

  it('a refusal of an upload reaches a client that is still sending', async () => {
    answer = (request, response) => {
      json(response, 413, { code: 'FILE.TOO_LARGE' });
      request.resume();
    };
    const reply = await fetch(`${gateway.url}/intake/v1/files`, { method: 'POST', body: Buffer.alloc(8_000_000) });
    expect([reply.status, await reply.json()]).toEqual([413, { code: 'FILE.TOO_LARGE' }]);
  });

  it('tells the service who asked, and does not believe what a client says of itself', async () => {
    answer = (request, response) => json(response, 200, request.headers);
    const reply = await fetch(`${gateway.url}/intake/v1/tracking/1`, {
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', forwarded: 'for=203.0.113.9' },
    });
    const headers = (await reply.json()) as Json;
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(gateway.url).host,
    });
    expect(
      Object.keys(headers)
        .filter((name) => name.includes('forward'))
        .sort(),
    ).toEqual(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']);
  });

  it('a service that is away is told in one sentence, in the language asked for, and when to try again', async () => {
    intake.server.close().closeAllConnections();
    await once(intake.server, 'close').catch(() => undefined);
    const reply = await fetch(`${gateway.url}/intake/v1/dossiers`, { headers: { 'accept-language': 'en' } });
    expect([reply.status, reply.headers.get('retry-after'), reply.headers.get('content-type')]).toEqual([
      503,
      '2',
      'application/problem+json; charset=utf-8',
    ]);
    expect(await reply.json()).toMatchObject({
      code: 'SERVICE.UNAVAILABLE',
      title: 'Temporarily unavailable; try again',
      detail: 'intake does not answer',
    });
  });

  it('a service that takes too long is given up', async () => {
    answer = () => undefined;
    const reply = await fetch(`${gateway.url}/intake/v1/dossiers`);
    expect([reply.status, await reply.json()]).toMatchObject([503, { detail: 'intake took too long' }]);
  });

  it('asks a service once, whatever it answers', async () => {
    answer = (_, response) => json(response, 503, { code: 'SERVICE.UNAVAILABLE' }, { 'retry-after': '1' });
    const reply = await fetch(`${gateway.url}/intake/v1/dossiers`);
    expect([reply.status, await reply.json()]).toEqual([503, { code: 'SERVICE.UNAVAILABLE' }]);
    expect(asked).toEqual(['GET /intake/v1/dossiers']);
  });

  it('leads the short address of a public page to the service that serves it', async () => {
    answer = (_, response) => json(response, 200, {});
    for (const path of ['/tra-cuu', '/tra-cuu/H48.12-261123-0001?lang=en', '/tra-cuu-khac'])
      await (await fetch(`${gateway.url}${path}`)).arrayBuffer();
    expect(asked).toEqual(['GET /intake/tra-cuu', 'GET /intake/tra-cuu/H48.12-261123-0001?lang=en']);
  });

  it('describes all services as one, and shows it', async () => {
    const merged = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as Json;
    expect(merged).toMatchObject({
      openapi: '3.1.0',
      tags: [
        { name: 'intake', description: 'dịch vụ intake · the intake' },
        { name: 'catalogue', description: 'dịch vụ catalogue · the catalogue' },
      ],
      components: { schemas: { 'intake.Thing': {}, 'catalogue.Thing': {} } },
    });
    expect(Object.keys(merged['paths']!)).toEqual(['/intake/v1/things', '/catalogue/v1/things']);
    expect(JSON.stringify(merged['paths'])).toContain('#/components/schemas/intake.Thing');
    for (const path of ['/', '/docs', '/docs/']) {
      const page = await fetch(`${gateway.url}${path}`);
      expect([path, page.status, page.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      await page.text();
    }
  });

  it('is ready when all services are, and says which is not', async () => {
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: 'ok', services: { intake: { status: 'ok' } } },
    ]);
    catalogue.server.close().closeAllConnections();
    const unready = await fetch(`${gateway.url}/health/ready`);
    expect([unready.status, await unready.json()]).toMatchObject([
      503,
      { status: 'unavailable', services: { intake: { status: 'ok' }, catalogue: { status: 'unavailable' } } },
    ]);
    expect((await fetch(`${gateway.url}/openapi.json`)).status).toBe(503);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  });

  it('passes on a body that is announced by Expect: 100-continue, as curl announces each above a megabyte', async () => {
    const body = 'x'.repeat(2 * 1024 * 1024);
    answer = (request, response) =>
      void text(request).then((received) =>
        json(response, 201, { bytes: received.length, expect: request.headers.expect }),
      );
    const request = httpRequest(`${gateway.url}/intake/v1/dossiers/7/files`, {
      method: 'POST',
      headers: { expect: '100-continue', 'content-type': 'application/octet-stream', 'content-length': body.length },
    });
    request.once('continue', () => request.end(body));
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect([response.statusCode, JSON.parse(await text(response))]).toEqual([201, { bytes: body.length }]);
  });

  it.each([
    ['/%ff', 400, 'REQUEST.MALFORMED'],
    ['/intake/./metrics', 404, 'REQUEST.ROUTE_UNKNOWN'],
    ['/intake/%2e/metrics', 404, 'REQUEST.ROUTE_UNKNOWN'],
    ['/x/../intake/metrics', 404, 'REQUEST.ROUTE_UNKNOWN'],
  ])('answers %s, as it was sent, with a problem of its own', async (path, status, code) => {
    const request = httpRequest({ port: Number(new URL(gateway.url).port), host: '127.0.0.1', path }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect([
      response.statusCode,
      response.headers['content-type'],
      (JSON.parse(await text(response)) as { code: string }).code,
    ]).toEqual([status, 'application/problem+json; charset=utf-8', code]);
    expect(asked.filter((line) => line.includes('metrics'))).toEqual([]);
  });

  it.each(['/', '/nothing/v1/here', '/intake/metrics', '/intakes'])(
    'has nothing of its own at %s but pages',
    async (path) => {
      const reply = await fetch(`${gateway.url}${path}`, { method: path === '/' ? 'POST' : 'GET' });
      expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'REQUEST.ROUTE_UNKNOWN' }]);
      expect(asked).toEqual([]);
    },
  );

  it('names every fault of its settings at once', async () => {
    const starting = startGateway({
      MOTCUA_GATEWAY_SERVICES: 'intake=nowhere',
      MOTCUA_TRUSTED_PROXIES: 'all',
      PORT: 'x',
    });
    await expect(starting).rejects.toBeInstanceOf(ConfigurationFaults);
    await expect(starting).rejects.toMatchObject({
      faults: [
        expect.stringMatching(/^MOTCUA_GATEWAY_SERVICES must be a list such as/),
        expect.stringMatching(/^MOTCUA_TRUSTED_PROXIES must list addresses/),
        expect.stringMatching(/^PORT /),
      ],
    });
  });
});

describe('a gateway behind a proxy that it trusts', () => {
  it('passes on the address that the proxy saw', async () => {
    const seen: unknown[] = [];
    const intake = await listen((request, response) => {
      seen.push(request.headers['x-forwarded-for']);
      json(response, 200, {});
    });
    const gateway = await startGateway({
      MOTCUA_GATEWAY_SERVICES: `intake=${intake.url}`,
      MOTCUA_TRUSTED_PROXIES: 'loopback',
      MOTCUA_HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    await (
      await fetch(`${gateway.url}/intake/v1/x`, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } })
    ).text();
    expect(seen).toEqual(['203.0.113.9']);
    await gateway.stop();
    intake.server.close().closeAllConnections();
  });
});
