import { type DevelopmentKey, developmentKey } from './development-key.js';
import { Signer } from './signer.js';
import { type DigestSigner, rsaSignature } from './signing-key.js';

/** Really signs, with a key of its own making that binds nobody. */
export class DevelopmentSigner extends Signer {
  private key: Promise<DevelopmentKey> | undefined;

  constructor(private readonly folder: string) {
    super();
  }

  protected async keyOf(): Promise<DigestSigner> {
    this.key ??= developmentKey(this.folder);
    const { certificate, privateKey } = await this.key;
    return {
      certificates: [certificate],
      signDigest: (sha256) => Promise.resolve(rsaSignature(privateKey, sha256)),
    };
  }
}
