import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@motcua/kernel';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Authenticator } from './authenticator.js';
import { IssuerKeys } from './issuer-keys.js';
import { KeysAway } from './keys-away.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TOKEN = { payload: '', signature: '' };

describe("the issuer's keys", () => {
  let server: Server;
  let url: string;
  let asked: number;
  let answer: (response: ServerResponse) => void;
  let now: number;
  let keys: IssuerKeys;
  let published: JWK;
  let sign: (kid?: string) => Promise<string>;
  const withKeys = (response: ServerResponse): void => void response.end(JSON.stringify({ keys: [published] }));
  const withFault = (response: ServerResponse): void => void response.writeHead(503).end('down for maintenance');
  const named = (kid: string) => keys.keyOf({ alg: 'ES256', kid }, TOKEN);

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    published = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' };
    sign = (kid = 'one') =>
      new SignJWT({ client_id: 'portal', scope: '' })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .setSubject('citizen')
        .setIssuer('https://issuer.example')
        .setAudience('https://motcua.example/api')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(pair.privateKey);
    server = createServer((_, response) => {
      asked += 1;
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = 0;
    now = 0;
    answer = withKeys;
    keys = new IssuerKeys(url, () => now);
  });

  const authenticate = async (token: string): Promise<string> => {
    const authenticator = new Authenticator({
      issuer: 'https://issuer.example',
      audience: 'https://motcua.example/api',
      jwks: url,
      identityKey: 'of the spec',
    });
    const said = await authenticator.authenticate(`Bearer ${token}`).catch((error: unknown) => error);
    return said instanceof Refusal ? String(said.code) : 'accepted';
  };

  it.each<[string, (response: ServerResponse) => void]>([
    ['answers with a fault', withFault],
    ['answers with what are no keys', (response) => void response.end('<html>')],
    ['answers with a fault that looks like keys', (response) => withKeys(response.writeHead(500))],
    ['hangs up', (response) => void response.destroy()],
    ['accepts and never answers', () => undefined],
  ])('leave it open whether a token is valid while the issuer %s', async (_, how) => {
    answer = how;
    expect(await authenticate(await sign())).toBe('SERVICE.UNAVAILABLE');
  });

  it('decide when they are there: one of the issuer is accepted, one of an unknown key is not', async () => {
    expect(await authenticate(await sign())).toBe('accepted');
    expect(await authenticate(await sign('another'))).toBe('ACCESS.UNAUTHENTICATED');
  });

  it('are renewed after ten minutes, and nobody waits for that', async () => {
    await named('one');
    now = 10 * MINUTE;
    await named('one');
    // By the time that the issuer has answered this it would have been asked.
    await fetch(url);
    expect(asked).toBe(2);
    answer = () => undefined;
    now += 1;
    await expect(named('one')).resolves.toBeDefined();
    while (asked === 2) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(3);
  });

  it('go on for a day while the issuer is away, and no longer', async () => {
    await named('one');
    answer = withFault;
    now = 24 * HOUR;
    await expect(named('one')).resolves.toBeDefined();
    now += 1;
    await expect(named('one')).rejects.toBeInstanceOf(KeysAway);
  });

  it('are asked for once for all that wait, and after a failure not before a pause that grows', async () => {
    answer = withFault;
    await Promise.allSettled([named('one'), named('one'), named('one')]);
    expect(asked).toBe(1);
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = asked;
      now += pause - 1;
      await expect(named('one')).rejects.toBeInstanceOf(KeysAway);
      expect(asked).toBe(before);
      now += 1;
      await expect(named('one')).rejects.toBeInstanceOf(KeysAway);
      expect(asked).toBe(before + 1);
    }
    answer = withKeys;
    now += 30_000;
    await expect(named('one')).resolves.toBeDefined();
  });

  it('are asked for again a second after the first failure since they were there', async () => {
    answer = withFault;
    await Promise.allSettled([named('one')]);
    now = 1_000;
    answer = withKeys;
    await named('one');
    answer = withFault;
    now = 30 * HOUR;
    await Promise.allSettled([named('one')]);
    now += 1_000;
    answer = withKeys;
    await expect(named('one')).resolves.toBeDefined();
  });

  it('are asked for anew for a key that is not known, but not for each token that names one', async () => {
    await named('one');
    now = 4_999;
    await expect(named('two')).rejects.toThrow('no applicable key found');
    expect(asked).toBe(1);
    now = 5_000;
    await expect(named('two')).rejects.toThrow('no applicable key found');
    expect(asked).toBe(2);
    now = 9_999;
    await expect(named('three')).rejects.toThrow('no applicable key found');
    expect(asked).toBe(2);
  });
});
