import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type RunningPostalService, startPostalService } from './start-postal-service.js';

describe('the simulated postal service', () => {
  let post: RunningPostalService;
  let listener: Server;
  let heard: { signature: string | undefined; body: string }[] = [];

  beforeAll(async () => {
    listener = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        heard.push({ signature: request.headers['x-post-signature'] as string | undefined, body });
        response.writeHead(204).end();
      });
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    post = await startPostalService({
      token: 'token',
      secret: 'secret-of-the-test-run',
      noticeUrl: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notices`,
    });
  });
  afterEach(() => {
    post.service.misbehave({});
    heard = [];
  });
  afterAll(async () => {
    await post.stop();
    listener.close();
  });

  const ask = async (method: string, path: string, body?: object, token = 'token') => {
    const response = await fetch(`${post.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const parcel = (orderNumber: string, address = '1 đường Mẫu') => ({
    orderNumber,
    sender: { name: 'Sở Nông nghiệp và Môi trường' },
    recipient: { fullName: 'Nguyễn Thị Mẫu', address },
  });

  it('takes an order once, however often it is sent, and refuses its number for another address', async () => {
    const taken = await ask('POST', 'orders', parcel('A-1'));
    expect(taken).toEqual({
      status: 201,
      body: { orderNumber: 'A-1', trackingNumber: 'EB000000014VN', postage: 26_000, events: [] },
    });
    expect(await ask('POST', 'orders', parcel('A-1'))).toEqual({ ...taken, status: 200 });
    expect((await ask('POST', 'orders', parcel('A-1', '2 đường Mẫu'))).status).toBe(409);
    expect((await ask('POST', 'orders', parcel('A-2', ''))).body).toMatchObject({ code: 'ADDRESS_INVALID' });
    expect((await ask('POST', 'orders', parcel('A-2'), 'x')).status).toBe(401);
  });

  it('tells each step in a signed notice, and when it is asked', async () => {
    await ask('POST', 'orders', parcel('B-1'));
    await ask('POST', 'control/orders/B-1/collected', { at: '2026-12-02T16:00:00+07:00' });
    expect(heard).toEqual([
      {
        // printf 'B-1' | openssl dgst -sha256 -hmac secret-of-the-test-run
        signature: '4e905fbde4a3aaceee8ce4fdfe894526849e243445478ab1a92361ceeb6a7dc2',
        body: '{"orderNumber":"B-1"}',
      },
    ]);
    expect((await ask('GET', 'orders/B-1')).body).toMatchObject({
      events: [{ step: 'collected', at: '2026-12-02T16:00:00+07:00' }],
    });
    expect((await ask('POST', 'orders/B-1/cancellation', {})).body).toMatchObject({ code: 'COLLECTED' });
    expect((await ask('GET', 'orders/B-9')).body).toMatchObject({ code: 'ORDER_UNKNOWN' });
  });

  it('misbehaves as it is told: loses answers and notices, tells twice, backwards, and what is out of date', async () => {
    post.service.misbehave({ loseAnswers: true });
    await expect(ask('POST', 'orders', parcel('C-1'))).rejects.toThrow();
    post.service.misbehave({ noticeTimes: 3 });
    await post.service.move('C-1', 'collected', '2026-12-02T16:00:00+07:00');
    expect(heard).toHaveLength(3);
    post.service.misbehave({ loseNotices: true, outOfOrder: true });
    await post.service.move('C-1', 'delivered', '2026-12-03T16:00:00+07:00');
    expect(heard).toHaveLength(3);
    const told = async () =>
      ((await ask('GET', 'orders/C-1')).body['events'] as { step: string }[]).map(({ step }) => step);
    expect(await told()).toEqual(['delivered', 'collected', 'delivered', 'collected']);
    post.service.misbehave({ stale: true });
    expect(await told()).toEqual(['collected']);
    for (const requests of ['refuse', 'garbled', 'down'] as const) {
      post.service.misbehave({ requests });
      const answer = await ask('GET', 'orders/C-1').catch(() => undefined);
      expect(answer?.status).toBe(requests === 'refuse' ? 503 : undefined);
    }
    expect((await fetch(`${post.url}/control/faults`, { method: 'POST', body: '{"colour":true}' })).status).toBe(400);
  });
});
