import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, startTestSystem, type TestSystem, type TokenClaims, type TokenFlaws } from '@motcua/testing';
import { notebook } from '../testing/notebook.fixture.js';

const CLERK: TokenClaims = { sub: 'clerk', roles: ['clerk'], agency: 'H48.12' };

describe('an access token', () => {
  let system: TestSystem;
  let keys: Server;
  let issuerIsAway = true;
  beforeAll(async () => {
    keys = createServer((_, response) => {
      if (issuerIsAway) response.writeHead(502).end();
      else void fetch(`${system.issuer.url}/jwks`).then(async (answer) => response.end(await answer.text()));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const { port } = keys.address() as AddressInfo;
    system = await startTestSystem([notebook()], {
      environment: { MOTCUA_OIDC_JWKS: `http://127.0.0.1:${port}/jwks` },
    });
  });
  afterAll(async () => {
    await system.stop();
    keys.closeAllConnections();
    keys.close();
  });

  const statusWith = async (token: string): Promise<number> =>
    (await system.anonymous().get('/notebook/v1/notes', { token })).status;
  const unsigned = (claims: object): string =>
    [{ alg: 'none', typ: 'at+jwt' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.') + '.';

  it('is answered 503 with Retry-After while the issuer is away and nobody can tell whether it is valid', async () => {
    const token = await system.issuer.token(CLERK);
    const answer = await system.anonymous().get('/notebook/v1/notes', { token });
    expect(answer).toMatchObject({ status: 503, body: { code: 'SERVICE.UNAVAILABLE' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    issuerIsAway = false;
    await eventually(async () => (await statusWith(token)) === 200);
  });

  it('is accepted when it is valid and its scope and role permit the request', async () => {
    expect(await statusWith(await system.issuer.token(CLERK))).toBe(200);
  });

  it.each<[string, TokenFlaws]>([
    ['expired', { expiresAt: Math.floor(Date.now() / 1000) - 60 }],
    ['from a foreign issuer', { issuer: 'https://elsewhere.example' }],
    ['for another audience', { audience: 'https://elsewhere.example/api' }],
    ['signed with a foreign key', { foreignKey: true }],
    ['an id token rather than an access token', { typ: 'JWT' }],
  ])('is refused when it is %s', async (_, flaws) => {
    const answer = await system
      .anonymous()
      .get('/notebook/v1/notes', { token: await system.issuer.token(CLERK, flaws) });
    expect(answer).toMatchObject({ status: 401, body: { code: 'ACCESS.UNAUTHENTICATED' } });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('is refused when it is absent, garbled or unsigned', async () => {
    expect((await system.anonymous().get('/notebook/v1/notes')).status).toBe(401);
    for (const token of [
      '',
      'x',
      'a.b.c',
      unsigned({ sub: 'x', iss: system.issuer.url, aud: 'https://motcua.example/api' }),
    ])
      expect(await statusWith(token)).toBe(401);
  });

  it('is not enough when it lacks the scope, or when no role of its holder may use the scope', async () => {
    const without = await system.issuer.token({ ...CLERK, scope: 'catalogue.read' });
    expect(await statusWith(without)).toBe(403);
    const wrongRole = await system
      .anonymous()
      .post(
        '/notebook/v1/notes',
        { title: 'x' },
        { token: await system.issuer.token({ sub: 's', roles: ['specialist'], scope: 'dossier.submit' }) },
      );
    expect(wrongRole).toMatchObject({
      status: 403,
      body: { code: 'ACCESS.FORBIDDEN', requiredScope: 'dossier.submit' },
    });
  });
});
