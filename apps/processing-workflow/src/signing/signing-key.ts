import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import type forge from 'node-forge';

// RFC 8017, 9.2: what says "SHA-256" before the digest in an RSA signature.
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A key as node-forge signs SHA-256 digests with it, whose RSA operation is Node's own: milliseconds, not seconds. */
export const signingKey = (privateKey: KeyObject): forge.pki.rsa.PrivateKey => {
  const sign = (digest: forge.md.MessageDigest): string => {
    const info = Buffer.concat([SHA256_INFO, Buffer.from(digest.digest().getBytes(), 'binary')]);
    return privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info).toString('binary');
  };
  return { sign } as forge.pki.rsa.PrivateKey;
};
