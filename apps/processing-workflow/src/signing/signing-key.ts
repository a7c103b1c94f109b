import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import type forge from 'node-forge';

/** Who signs SHA-256 digests with RSA (PKCS #1 v1.5): a key on this machine, or one that a service keeps. */
export interface DigestSigner {
  /** PEM, the signer's own first. */
  readonly certificates: readonly string[];
  signDigest(sha256: Buffer): Promise<Buffer>;
}

// RFC 8017, 9.2: what says "SHA-256" before the digest in an RSA signature.
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** The RSA operation is Node's own: milliseconds, not seconds. */
export const rsaSignature = (key: KeyObject, sha256: Buffer): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_INFO, sha256]));

const digestOf = (digest: forge.md.MessageDigest): Buffer => Buffer.from(digest.digest().getBytes(), 'binary');

/** A key as node-forge signs with it. */
export const forgeKey = (sign: (sha256: Buffer) => Buffer): forge.pki.rsa.PrivateKey =>
  ({
    sign: (digest: forge.md.MessageDigest): string => sign(digestOf(digest)).toString('binary'),
  }) as forge.pki.rsa.PrivateKey;
