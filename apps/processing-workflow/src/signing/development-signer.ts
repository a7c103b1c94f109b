import { type DevelopmentKey, developmentKey } from './development-key.js';
import { signPdf } from './sign-pdf.js';
import { type SignedDocument, Signer, type SigningRequest } from './signer.js';
import { rsaSignature } from './signing-key.js';

/** Really signs, with a key of its own making that binds nobody. */
export class DevelopmentSigner extends Signer {
  private key: Promise<DevelopmentKey> | undefined;

  constructor(private readonly folder: string) {
    super();
  }

  async sign(pdf: Buffer, request: SigningRequest): Promise<SignedDocument> {
    this.key ??= developmentKey(this.folder);
    const { certificate, privateKey } = await this.key;
    return signPdf(pdf, request, {
      certificates: [certificate],
      signDigest: (sha256) => Promise.resolve(rsaSignature(privateKey, sha256)),
    });
  }
}
