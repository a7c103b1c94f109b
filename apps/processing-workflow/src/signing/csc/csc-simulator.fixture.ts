import { createPublicKey, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DevelopmentKey } from '../development-key.js';
import { rsaSignature } from '../signing-key.js';

type Body = Readonly<Record<string, unknown>>;

/** A remote signing service (Cloud Signature Consortium API 2) with one officer's key, which misbehaves on demand. */
export class CscSimulator {
  /** Methods that were called, in order. */
  readonly calls: string[] = [];
  refuses = false;
  /** Calls that are never answered. */
  silent = false;
  signsSomethingElse = false;
  /** Sessions, and consents, that have ended when they are used next. */
  endedSessions = 0;
  endedConsents = 0;
  private tokens = 0;
  private readonly consents = new Map<string, string>();
  private readonly server: Server;

  constructor(private readonly key: DevelopmentKey) {
    this.server = createServer((request, response) => {
      void text(request).then((body) => {
        const method = (request.url ?? '').replace('/csc/v2/', '');
        this.calls.push(method);
        if (this.silent) return;
        const [status, answer] = this.answer(method, body, request.headers.authorization);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  get publicKey(): KeyObject {
    return createPublicKey(this.key.certificate);
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/csc/v2`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(method: string, body: string, authorization: string | undefined): [number, Body] {
    if (method === 'oauth2/token') {
      const secret = new URLSearchParams(body).get('client_secret');
      if (secret !== 'secret') return [401, { error: 'invalid_client' }];
      return [200, { access_token: `token-${++this.tokens}`, token_type: 'Bearer', expires_in: 3600 }];
    }
    if (authorization !== `Bearer token-${this.tokens}`) return [401, { error: 'invalid_token' }];
    if (this.endedSessions > 0) {
      this.endedSessions--;
      return [401, { error: 'invalid_token', error_description: 'The access token has expired' }];
    }
    return this.method(method, JSON.parse(body) as Body);
  }

  private method(method: string, { userID, credentialID, SAD, hashes }: Body): [number, Body] {
    const [hash] = (hashes ?? []) as string[];
    switch (method) {
      case 'credentials/list':
        return [200, { credentialIDs: userID === 'leader' ? ['key-of-leader'] : [] }];
      case 'credentials/info':
        return [200, { cert: { status: 'valid', certificates: [this.certificate()] }, key: { status: 'enabled' } }];
      case 'credentials/authorize': {
        if (this.refuses || credentialID !== 'key-of-leader')
          return [400, { error: 'access_denied', error_description: 'The user refused the signature' }];
        const consent = `sad-${this.calls.length}`;
        this.consents.set(consent, hash!);
        return [200, { SAD: consent, expiresIn: 300 }];
      }
      case 'signatures/signHash': {
        const consented = this.consents.get(SAD as string) === hash;
        if (this.endedConsents > 0) {
          this.endedConsents--;
          return [400, { error: 'invalid_request', error_description: 'The SAD has expired' }];
        }
        if (!consented) return [400, { error: 'invalid_request', error_description: 'Invalid parameter SAD' }];
        const signature = rsaSignature(
          this.key.privateKey,
          this.signsSomethingElse ? Buffer.alloc(32) : Buffer.from(hash!, 'base64'),
        );
        return [200, { signatures: [signature.toString('base64')] }];
      }
      default:
        return [404, { error: 'invalid_request' }];
    }
  }

  private certificate(): string {
    return this.key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  }
}
