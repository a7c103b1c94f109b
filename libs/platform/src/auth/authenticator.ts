import { IDENTITY_TYPES, type IdentityType, Refusal } from '@motcua/kernel';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { Actor } from './actor.js';
import { identityHash } from './identity-hash.js';
import { IssuerKeys } from './issuer-keys.js';
import { ROLES, SCOPES } from './permissions.js';
import { VerifiedTokens } from './verified-tokens.js';
import type { PlatformCode } from '../refusals/platform-code.js';

interface AuthenticatorOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
  readonly identityKey: string;
}

const CLOCK_TOLERANCE_SECONDS = 5;

const unauthenticated = (vi: string, en: string): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('ACCESS.UNAUTHENTICATED', {}, [], { vi, en });

const notValid = (): Refusal<PlatformCode> =>
  unauthenticated('Token không hợp lệ với hệ thống này.', 'The token is not valid for this system.');

const text = (claim: unknown): string | undefined => (typeof claim === 'string' && claim !== '' ? claim : undefined);

/** Who somebody is, as it is kept in the database and told in events. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,255}$/u;
/** Of an agency, in either form. What it names is looked up elsewhere; a person's name (`subject:…`) it cannot be. */
const AGENCY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/;

/** @throws Refusal ACCESS.UNAUTHENTICATED */
function named(claim: unknown, pattern: RegExp): string {
  if (typeof claim === 'string' && pattern.test(claim)) return claim;
  throw notValid();
}

interface ClaimedIdentity {
  readonly type: IdentityType;
  readonly number: string;
}

/** `[{type, number}, …]`; what is of another shape is no claim. */
const identities = (claim: unknown): ClaimedIdentity[] =>
  (Array.isArray(claim) ? claim : []).flatMap((entry: unknown) => {
    const { type, number } = (entry ?? {}) as { readonly type?: unknown; readonly number?: unknown };
    const known = IDENTITY_TYPES.find((one) => one === type);
    const digits = text(number);
    return known === undefined || digits === undefined ? [] : [{ type: known, number: digits }];
  });

/** Checks access tokens (RFC 9068) against the issuer's keys, and says who acts. */
export class Authenticator {
  private readonly keys: IssuerKeys;
  private readonly verified: VerifiedTokens;

  constructor(
    private readonly options: AuthenticatorOptions,
    /** Epoch milliseconds of system time. */
    private readonly now: () => number = Date.now,
  ) {
    this.keys = new IssuerKeys(options.jwks);
    this.verified = new VerifiedTokens(now);
  }

  /** @throws Refusal ACCESS.UNAUTHENTICATED with what is wrong; SERVICE.UNAVAILABLE when the keys cannot be had */
  async authenticate(authorization: string | undefined): Promise<Actor> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined)
      throw unauthenticated('Phải gửi Authorization: Bearer <token>.', 'Send Authorization: Bearer <token>.');
    const known = this.verified.actorOf(token);
    if (known) return known;
    try {
      const { payload } = await jwtVerify(token, this.keys.keyOf, {
        issuer: this.options.issuer,
        audience: this.options.audience,
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat', 'client_id'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(this.now()),
      });
      const actor = this.actorOf(payload);
      this.verified.remember(token, actor, ((payload.exp as number) + CLOCK_TOLERANCE_SECONDS) * 1000);
      return actor;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthenticated('Token đã hết hạn.', 'The token has expired.');
      if (error instanceof Refusal) throw error;
      if (!(error instanceof errors.JOSEError))
        throw new Refusal<PlatformCode>('SERVICE.UNAVAILABLE', {}, [], {
          vi: 'Không lấy được khóa của nơi cấp token.',
          en: "The token issuer's keys cannot be had.",
        });
      throw notValid();
    }
  }

  private actorOf(payload: JWTPayload): Actor {
    const granted = (text(payload['scope']) ?? '').split(' ');
    const roles: unknown[] = Array.isArray(payload['roles']) ? payload['roles'] : [];
    const [name, agency, citizenId] = [text(payload['name']), text(payload['agency']), text(payload['citizen_id'])];
    return {
      subject: named(payload.sub, NAME),
      clientId: named(payload['client_id'], NAME),
      scopes: SCOPES.filter((scope) => granted.includes(scope)),
      roles: ROLES.filter((role) => roles.includes(role)),
      ...(name !== undefined && { name }),
      ...(agency !== undefined && { agency: named(agency, AGENCY) }),
      ...(citizenId !== undefined && { applicantRef: this.hash({ type: 'citizenId', number: citizenId }) }),
      ...this.refs('linkedRefs', identities(payload['linked_identities'])),
      ...this.refs('representedRefs', [
        ...identities(payload['represents']),
        // A household business has had its owner's number for a tax code since July 2025.
        ...(citizenId === undefined ? [] : [{ type: 'taxCode', number: citizenId } as const]),
      ]),
    };
  }

  private refs(field: 'linkedRefs' | 'representedRefs', claimed: readonly ClaimedIdentity[]): Partial<Actor> {
    return claimed.length === 0 ? {} : { [field]: claimed.map((identity) => this.hash(identity)) };
  }

  private hash({ type, number }: ClaimedIdentity): string {
    return identityHash(this.options.identityKey, type, number);
  }
}
