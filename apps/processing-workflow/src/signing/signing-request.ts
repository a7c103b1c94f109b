import type { Officer } from '@motcua/processing-domain';

export interface SigningRequest {
  readonly signer: Officer;
  /** Of the signer, by the register of officers; null where it names none. */
  readonly office: string | null;
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

/** A signature beside a file, which stays as it is. */
export interface SignatureBeside {
  /** CMS, DER: the content of a `.p7s`. */
  readonly cms: Buffer;
  readonly format: string;
}
