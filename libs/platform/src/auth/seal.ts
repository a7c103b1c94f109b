import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

const keys = new Map<string, KeyObject>();

/** The key of a secret: there are few, and each is used at every request. */
function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(createHash('sha256').update(`motcua.seal.v1:${secret}`).digest());
  keys.set(secret, key);
  return key;
}

/** Secrets in use, the newest first: it seals, and the ones before it still open what they sealed. */
const secretsOf = (secrets: string): string[] => secrets.split(',').map((secret) => secret.trim());

const sealingKey = (secrets: string): KeyObject => keyOf(secretsOf(secrets)[0] ?? '');

/** The first key that opens it. */
function decryptedBy(secrets: string, sealed: Buffer): Buffer {
  let failure: unknown;
  for (const secret of secretsOf(secrets)) {
    try {
      return decrypt(keyOf(secret), sealed);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function encrypt(key: KeyObject | Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject | Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}

/** What is published about an applicant: the content under a key of its own, and that key under the services' secret. */
export interface SealedEnvelope {
  /** Base64 of nonce, ciphertext and tag. */
  readonly sealed: string;
  /** The content's own key, sealed in the same way: destroying every copy of it destroys the content. */
  readonly wrappedKey: string;
}

/** Seals content for keeping at rest (AES-256-GCM). */
export const sealBytes = (secrets: string, content: Buffer): Buffer => encrypt(sealingKey(secrets), content);

/** @throws Error when it was altered, or sealed with another secret */
export const openBytes = (secrets: string, sealed: Buffer): Buffer => decryptedBy(secrets, sealed);

/** Seals a text for keeping at rest (AES-256-GCM); base64. */
export const sealText = (secrets: string, text: string): string =>
  encrypt(sealingKey(secrets), Buffer.from(text, 'utf8')).toString('base64');

/** @throws Error when it was altered, or sealed with another secret */
export const openText = (secrets: string, sealed: string): string =>
  decryptedBy(secrets, Buffer.from(sealed, 'base64')).toString('utf8');

/** Seals JSON for `motcua.applicant`, the one topic with personal data (`docs/architecture.md`). */
export function sealEnvelope(secrets: string, content: object): SealedEnvelope {
  const key = randomBytes(32);
  return {
    sealed: encrypt(key, Buffer.from(JSON.stringify(content), 'utf8')).toString('base64'),
    wrappedKey: encrypt(sealingKey(secrets), key).toString('base64'),
  };
}

/** @throws Error when it was altered, or sealed with another secret */
export function openEnvelope(secrets: string, { sealed, wrappedKey }: SealedEnvelope): unknown {
  const key = decryptedBy(secrets, Buffer.from(wrappedKey, 'base64'));
  return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64')).toString('utf8'));
}
