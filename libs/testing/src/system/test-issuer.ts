import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWTPayload, SignJWT } from 'jose';
import { type Role, scopesOf } from '@motcua/platform';

const TEST_AUDIENCE = 'https://motcua.example/api';

/** What a token of the test issuer says; roles decide the scopes unless `scope` is given. */
export interface TokenClaims {
  readonly sub: string;
  readonly roles: readonly Role[];
  readonly agency?: string;
  readonly name?: string;
  readonly citizen_id?: string;
  readonly linked_identities?: readonly { readonly type: string; readonly number: string }[];
  readonly represents?: readonly { readonly type: string; readonly number: string }[];
  readonly scope?: string;
  readonly client_id?: string;
}

/** How a token may be wrong, for specs of refusals. */
export interface TokenFlaws {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expiresAt?: number;
  readonly typ?: string;
  readonly foreignKey?: boolean;
}

/** An issuer of real signed tokens, with its public keys served over HTTP as services expect them. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    private readonly keys: GenerateKeyPairResult,
    private readonly foreign: GenerateKeyPairResult,
  ) {}

  static async start(): Promise<TestIssuer> {
    const [keys, foreign] = await Promise.all([
      generateKeyPair('ES256', { extractable: true }),
      generateKeyPair('ES256', { extractable: true }),
    ]);
    const jwks = JSON.stringify({
      keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }],
    });
    const server = createServer((_, response) => void response.setHeader('content-type', 'application/json').end(jwks));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TestIssuer(server, keys, foreign);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  token(
    { roles, scope = roles.flatMap((role) => scopesOf(role)).join(' '), client_id = 'spec', ...claims }: TokenClaims,
    flaws: TokenFlaws = {},
  ): Promise<string> {
    const payload: JWTPayload = { ...claims, roles, scope, client_id };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: flaws.typ ?? 'at+jwt' })
      .setIssuer(flaws.issuer ?? this.url)
      .setAudience(flaws.audience ?? TEST_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(flaws.expiresAt ?? Math.floor(Date.now() / 1000) + 3600)
      .sign(flaws.foreignKey ? this.foreign.privateKey : this.keys.privateKey);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
