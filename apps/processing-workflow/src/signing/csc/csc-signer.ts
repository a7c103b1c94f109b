import { Refusal } from '@motcua/kernel';
import type { Officer } from '@motcua/processing-domain';
import type { WorkflowCode } from '../../problems.js';
import { Signer } from '../signer.js';
import type { DigestSigner } from '../signing-key.js';
import type { CscSession } from './csc-session.js';
import { ExpiredActivation } from './expired-activation.js';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

const pem = (der: string): string =>
  `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const unavailable = (): Refusal<WorkflowCode> => new Refusal<WorkflowCode>('SIGNER.UNAVAILABLE');

/**
 * Signs with the officer's own key, which a certified service keeps (Cloud Signature Consortium API 2): the document
 * stays here, its digest goes there, and the officer consents there to each signature.
 */
export class CscSigner extends Signer {
  constructor(private readonly session: CscSession) {
    super();
  }

  protected async keyOf({ subject }: Officer): Promise<DigestSigner> {
    const credentialID = await this.credentialOf(subject);
    const certificates = await this.certificatesOf(credentialID);
    return {
      certificates,
      signDigest: (sha256) => this.signDigest(credentialID, sha256.toString('base64')),
    };
  }

  /** @throws Refusal SIGNER.UNAVAILABLE where the officer has no key there */
  private async credentialOf(userID: string): Promise<string> {
    const { credentialIDs } = await this.session.call('credentials/list', { userID, onlyValid: true });
    const [first] = texts(credentialIDs);
    if (first === undefined) throw unavailable();
    return first;
  }

  private async certificatesOf(credentialID: string): Promise<string[]> {
    const { cert } = await this.session.call('credentials/info', { credentialID, certificates: 'chain' });
    const { status, certificates } = (cert ?? {}) as { readonly status?: unknown; readonly certificates?: unknown };
    const found = texts(certificates).map(pem);
    if (found.length === 0 || (status !== undefined && status !== 'valid')) throw unavailable();
    return found;
  }

  /** A consent that ended before it was used is asked for once more. */
  private async signDigest(credentialID: string, hash: string): Promise<Buffer> {
    const once = async (): Promise<Buffer> => {
      const what = { credentialID, hashes: [hash], hashAlgorithmOID: SHA256 };
      const { SAD } = await this.session.call('credentials/authorize', { ...what, numSignatures: 1 });
      const { signatures } = await this.session.call('signatures/signHash', {
        ...what,
        SAD,
        signAlgo: SHA256_WITH_RSA,
      });
      const [signature] = texts(signatures);
      if (signature === undefined) throw unavailable();
      return Buffer.from(signature, 'base64');
    };
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof ExpiredActivation)) throw error;
      return once().catch((again: unknown) => {
        throw again instanceof ExpiredActivation ? unavailable() : again;
      });
    }
  }
}
