import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@motcua/kernel';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Actor } from './actor.js';
import { Authenticator } from './authenticator.js';
import { identityHash } from './identity-hash.js';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'https://motcua.example/api';
const IDENTITY_KEY = 'of the spec';
/** Seconds. */
const NOW = 1_800_000_000;

describe('who acts by an access token', () => {
  let server: Server;
  let sign: (claims: JWTPayload) => Promise<string>;
  let authenticator: Authenticator;
  let milliseconds: number;

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] });
    server = createServer((_, response) => void response.end(keys));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sign = (claims) =>
      new SignJWT({
        sub: 'somebody',
        client_id: 'portal',
        iss: ISSUER,
        aud: AUDIENCE,
        iat: NOW,
        exp: NOW + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
        .sign(privateKey);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    milliseconds = NOW * 1000;
    const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const options = { issuer: ISSUER, audience: AUDIENCE, jwks, identityKey: IDENTITY_KEY };
    authenticator = new Authenticator(options, () => milliseconds);
  });

  const actorOf = async (claims: JWTPayload): Promise<Actor> =>
    authenticator.authenticate(`Bearer ${await sign(claims)}`);
  const refusalOf = async (authorization: string | undefined): Promise<string | undefined> => {
    const error = await authenticator.authenticate(authorization).catch((caught: unknown) => caught);
    return error instanceof Refusal && error.code === 'ACCESS.UNAUTHENTICATED' ? error.detail?.en : undefined;
  };

  it('is an officer with the roles, the scopes and the agency that this system knows', async () => {
    const claims = {
      ...{ name: 'Lê Văn Mẫu', agency: 'H48.12' },
      ...{ roles: ['clerk', 'emperor'], scope: 'dossier.read everything case.read' },
    };
    expect(await actorOf(claims)).toEqual({
      ...{ subject: 'somebody', clientId: 'portal', name: 'Lê Văn Mẫu', agency: 'H48.12' },
      ...{ roles: ['clerk'], scopes: ['dossier.read', 'case.read'] },
    });
  });

  it('is nobody in particular where the token says no more', async () => {
    expect(await actorOf({ name: '', agency: 7, roles: 'clerk', represents: 'all', linked_identities: {} })).toEqual({
      ...{ subject: 'somebody', clientId: 'portal', roles: [], scopes: [] },
    });
  });

  it('is a citizen by a number that only its keyed hash stands for, and the household business of that number', async () => {
    const citizen = identityHash(IDENTITY_KEY, 'citizenId', '051199000017');
    const actor = await actorOf({ citizen_id: '051199000017' });
    expect(actor).toEqual({
      ...{ subject: 'somebody', clientId: 'portal', roles: [], scopes: [], applicantRef: citizen },
      representedRefs: [identityHash(IDENTITY_KEY, 'taxCode', '051199000017')],
    });
    expect(JSON.stringify(actor)).not.toContain('051199000017');
  });

  it('has further numbers, and whom it represents, as the issuer vouches; what is of another shape is no claim', async () => {
    const actor = await actorOf({
      linked_identities: [{ type: 'oldId', number: '212345678' }],
      represents: [
        { type: 'taxCode', number: '0100109106' },
        { type: 'taxCode', number: '' },
        { type: 'emperor', number: '1' },
        { number: '2' },
        null,
        'x',
      ],
    });
    expect(actor.linkedRefs).toEqual([identityHash(IDENTITY_KEY, 'oldId', '212345678')]);
    expect(actor.representedRefs).toEqual([identityHash(IDENTITY_KEY, 'taxCode', '0100109106')]);
  });

  it('is told without another check while the token is known, and never beyond its expiry and five seconds', async () => {
    const token = `Bearer ${await sign({ exp: NOW + 10 })}`;
    const first = await authenticator.authenticate(token);
    milliseconds = (NOW + 15) * 1000 - 1;
    expect(await authenticator.authenticate(token)).toBe(first);
    milliseconds += 1;
    expect(await refusalOf(token)).toBe('The token has expired.');
  });

  it('is told by a token that expired less than five seconds ago, because clocks differ', async () => {
    expect(await refusalOf(`Bearer ${await sign({ exp: NOW - 5 })}`)).toBe('The token has expired.');
    const token = `Bearer ${await sign({ exp: NOW - 4 })}`;
    expect(await authenticator.authenticate(token)).toBe(await authenticator.authenticate(token));
  });

  it.each<[string, object]>([
    ['no subject', { sub: null }],
    ['a subject that is an object', { sub: { a: 1 } }],
    ['a subject that is a list', { sub: ['somebody'] }],
    ['a subject that is a number', { sub: 7 }],
    ['an empty subject', { sub: '' }],
    ['a subject with NUL', { sub: 'some\0body' }],
    ['a subject of 256 characters', { sub: 'x'.repeat(256) }],
    ['a client that is an object', { client_id: {} }],
    ['an agency with NUL', { agency: 'H48\0' }],
    ['an agency that names a person', { agency: 'subject:citizen-2' }],
  ])('is nobody by a well signed token with %s', async (_, claims) => {
    expect(await refusalOf(`Bearer ${await sign(claims as JWTPayload)}`)).toBe(
      'The token is not valid for this system.',
    );
  });

  it('is nobody without a token, and is asked for one', async () => {
    for (const authorization of [undefined, '', 'Basic dXNlcjpzZWNyZXQ=', 'Bearer x', 'Bearer a.b.c d'])
      expect(await refusalOf(authorization)).toBe('Send Authorization: Bearer <token>.');
    expect(await refusalOf('Bearer a.b.c')).toBe('The token is not valid for this system.');
  });
});
