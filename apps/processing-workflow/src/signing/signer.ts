import type { Officer } from '@motcua/processing-domain';
import { Refusal } from '@motcua/kernel';
import type { WorkflowCode } from '../problems.js';
import { DetachedCms } from './detached-cms.js';
import { signPdf } from './sign-pdf.js';
import type { DigestSigner } from './signing-key.js';
import type { SignatureBeside, SignedDocument, SigningRequest } from './signing-request.js';
import { holdsFor } from './verify-detached.js';

/** RFC 8551: a CMS signature in a file of its own. */
export const P7S = 'application/pkcs7-signature';

/**
 * Whoever puts an officer's electronic signature under a document (R20): in a province a certified signing service, in
 * development a key of our own. The class is the injection token; an adapter says with whose key, and all else is the same.
 */
export abstract class Signer {
  /** @throws Refusal SIGNER.UNAVAILABLE */
  protected abstract keyOf(signer: Officer): Promise<DigestSigner>;

  /** Into a PDF. @throws Refusal SIGNER.UNAVAILABLE, SIGNER.REFUSED */
  async sign(pdf: Buffer, request: SigningRequest): Promise<SignedDocument> {
    return signPdf(pdf, request, await this.keyOf(request.signer));
  }

  /** Beside what is no PDF. @throws Refusal SIGNER.UNAVAILABLE, also where what came back is no signature of the content; SIGNER.REFUSED */
  async signBeside(content: Buffer, { signer, at }: SigningRequest): Promise<SignatureBeside> {
    const key = await this.keyOf(signer);
    const cms = await new DetachedCms(key).sign(content, new Date(at.epochMilliseconds));
    if (!holdsFor(content, cms, key.certificates[0])) throw new Refusal<WorkflowCode>('SIGNER.UNAVAILABLE');
    return { cms, format: 'cms.detached' };
  }
}
