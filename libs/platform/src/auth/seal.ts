import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

const keyOf = (secret: string): Buffer => createHash('sha256').update(`motcua.seal.v1:${secret}`).digest();

const encrypt = (key: Buffer, plain: Buffer): Buffer => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypt = (key: Buffer, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
};

/** What is published about an applicant: the content under a key of its own, and that key under the services' secret. */
export interface SealedEnvelope {
  /** Base64 of nonce, ciphertext and tag. */
  readonly sealed: string;
  /** The content's own key, sealed in the same way: destroying every copy of it destroys the content. */
  readonly wrappedKey: string;
}

/** Seals a text for keeping at rest (AES-256-GCM); base64. */
export const sealText = (secret: string, text: string): string =>
  encrypt(keyOf(secret), Buffer.from(text, 'utf8')).toString('base64');

/** @throws Error when it was altered, or sealed with another secret */
export const openText = (secret: string, sealed: string): string =>
  decrypt(keyOf(secret), Buffer.from(sealed, 'base64')).toString('utf8');

/** Seals JSON for `motcua.applicant` (`architecture.md` 3.8). */
export function sealEnvelope(secret: string, content: object): SealedEnvelope {
  const key = randomBytes(32);
  return {
    sealed: encrypt(key, Buffer.from(JSON.stringify(content), 'utf8')).toString('base64'),
    wrappedKey: encrypt(keyOf(secret), key).toString('base64'),
  };
}

/** @throws Error when it was altered, or sealed with another secret */
export function openEnvelope(secret: string, { sealed, wrappedKey }: SealedEnvelope): unknown {
  const key = decrypt(keyOf(secret), Buffer.from(wrappedKey, 'base64'));
  return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64')).toString('utf8'));
}
