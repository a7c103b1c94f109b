import type { FeeKind } from '@motcua/fee-domain';

/** Injection token of the {@link ReceiptProvider}. */
export const RECEIPT_PROVIDER = Symbol('ReceiptProvider');

/** A receipt as a provider keeps and signs it. */
export interface ReceiptToRegister {
  readonly form: string;
  readonly symbol: string;
  readonly number: string;
  readonly kind: FeeKind;
  readonly issuedAt: string;
  readonly collector: { readonly agency: string; readonly name: string; readonly taxCode: string | null };
  /** Null: their data was erased before. */
  readonly payer: { readonly name: string; readonly address: string | null } | null;
  readonly lines: readonly { readonly name: string; readonly amount: number }[];
  readonly amount: number;
  readonly amountInWords: string;
  /** Our number of the receipt in whose place it stands, or which it adjusts down by its amount. */
  readonly replaces: string | null;
  readonly adjusts: string | null;
}

/** What a provider has made of a receipt. */
export interface Registered {
  /** Under which the provider shows it. */
  readonly code: string;
  readonly signedBy: string;
  readonly signedAt: Temporal.Instant;
  readonly isCancelled: boolean;
}

/**
 * A provider of electronic receipts, as the service needs it. The key is ours: the same key is the same receipt, however often it
 * is sent.
 */
export interface ReceiptProvider {
  /** What it knows under a key; undefined: nothing. @throws ProviderTrouble */
  find(key: string): Promise<Registered | undefined>;
  /** @throws ProviderTrouble */
  register(key: string, receipt: ReceiptToRegister): Promise<Registered>;
  /** A receipt is void. @throws ProviderTrouble */
  cancel(key: string, reason: string, at: string): Promise<Registered>;
}

/**
 * The provider did not do what it was asked. `unavailable`: it may have heard us or not. `refused`: it said no, for a reason that a
 * person has to look at.
 */
export class ProviderTrouble extends Error {
  override readonly name = 'ProviderTrouble';

  constructor(
    readonly kind: 'unavailable' | 'refused',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
