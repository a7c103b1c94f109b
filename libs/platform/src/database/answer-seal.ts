import {
  createCipheriv,
  createDecipheriv,
  createHash,
  type KeyObject,
  createSecretKey,
  randomBytes,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const ALGORITHM = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];

/** Seals what a command answered, since it may hold personal data: compressed, then AES-256-GCM under the service's secret. */
export class AnswerSeal {
  private readonly key: KeyObject;

  /** @param secret keys the service's history as well */
  constructor(secret: string) {
    this.key = createSecretKey(createHash('sha256').update(`motcua.answer.v1:${secret}`).digest());
  }

  seal(body: unknown): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG });
    const plain = deflateRawSync(JSON.stringify(body ?? null), { level: 1 });
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when it was altered, or sealed with another secret */
  open(sealed: Buffer): unknown {
    const decipher = createDecipheriv(ALGORITHM, this.key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));
    const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    return JSON.parse(inflateRawSync(plain).toString('utf8'));
  }
}
