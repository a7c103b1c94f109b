import type { Confirmation, FeeKind } from '@motcua/fee-domain';

/** Injection token of the {@link PaymentGateway}. */
export const PAYMENT_GATEWAY = Symbol('PaymentGateway');

export interface PaymentToOpen {
  readonly reference: string;
  readonly amount: number;
  /** Code of the dossier, and for what it is: never a person's name. */
  readonly dossierCode: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly agency: { readonly code: string; readonly name: string };
  readonly lines: readonly {
    readonly code: string;
    readonly kind: FeeKind;
    readonly name: string;
    readonly amount: number;
  }[];
  /** Where the money goes. */
  readonly beneficiary: { readonly account: string; readonly name: string; readonly bank: string };
  /** Where the payer's browser goes afterwards; null: it stays at the platform. */
  readonly returnUrl: string | null;
  /** Address of the payer's device; empty when it is not known. */
  readonly payerAddress: string;
  readonly at: Temporal.Instant;
}

/** What the platform knows of a payment. */
export type PaymentStatus =
  | { readonly is: 'paid'; readonly confirmation: Confirmation }
  | { readonly is: 'pending' }
  | { readonly is: 'failed' }
  | { readonly is: 'unknown' };

/** What became of a payment that is not to be paid any more. */
export type Closing = 'closed' | 'paid';

export type ReadConfirmation =
  | { readonly is: 'genuine'; readonly confirmation: Confirmation }
  | {
      readonly is: 'refused';
      readonly why: 'badHash' | 'badMessage';
      readonly reference: string;
      readonly detail: string;
    };

/** What we tell the platform about its confirmation. */
export type Verdict = 'accepted' | 'unknownReference' | 'amountDiffers' | 'badHash' | 'badMessage';

/** The national payment platform, as the service needs it. Its protocol and its words stay behind this port. */
export interface PaymentGateway {
  /** Makes the payment known to the platform; again with the same reference, gives the same payment. @throws GatewayTrouble */
  open(payment: PaymentToOpen): Promise<{ readonly paymentUrl: string }>;
  /** @throws GatewayTrouble */
  statusOf(reference: string, at: Temporal.Instant): Promise<PaymentStatus>;
  /** Nobody is to pay it any more; again, it is the same. @throws GatewayTrouble */
  close(reference: string, at: Temporal.Instant): Promise<Closing>;
  /** Address of the platform's own bill; undefined where it has none yet. @throws GatewayTrouble */
  billOf(reference: string, at: Temporal.Instant): Promise<string | undefined>;
  /** Checks form and hash of a callback's body. */
  readConfirmation(body: unknown): ReadConfirmation;
  /** The answer's bytes. What was not genuine is answered without a hash: we sign nothing for a stranger. */
  answerTo(verdict: Verdict, reference: string, at: Temporal.Instant): string;
}
