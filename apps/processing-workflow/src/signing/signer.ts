import type { Officer } from '@motcua/processing-domain';

export interface SigningRequest {
  readonly signer: Officer;
  /** What the signature is for, as readers of the file see it. */
  readonly reason: string;
  /** Name of the agency. */
  readonly location: string;
  readonly at: Temporal.Instant;
}

export interface SignedDocument {
  readonly pdf: Buffer;
  /** How the signature is made, by the name that its standard gives. */
  readonly format: string;
}

/**
 * Whoever puts an officer's electronic signature under a PDF (R20): in a province a certified signing service, in
 * development a key of our own. The class is the injection token.
 */
export abstract class Signer {
  /** @throws Refusal SIGNER.UNAVAILABLE */
  abstract sign(pdf: Buffer, request: SigningRequest): Promise<SignedDocument>;
}
