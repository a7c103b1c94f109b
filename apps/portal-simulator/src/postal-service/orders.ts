/** What happens to a parcel, as the postal service tells it. */
export const STEPS = ['collected', 'attempted', 'delivered', 'undeliverable', 'cameBack'] as const;
export type Step = (typeof STEPS)[number];

export interface Party {
  readonly fullName?: string;
  readonly name?: string;
  readonly phone?: string | null;
  readonly address?: string | null;
}

/** A parcel that was ordered; kept as JSON. */
export interface Order {
  readonly orderNumber: string;
  readonly trackingNumber: string;
  /** In đồng, collected from the recipient. */
  readonly postage: number;
  readonly sender: Party;
  readonly recipient: Party;
  cancelled: boolean;
  readonly events: { readonly step: Step; readonly at: string }[];
}

/** The check digit of an international postal item (S10): weights 8 6 4 2 3 5 9 7. */
function checkDigit(serial: string): number {
  const sum = [...serial].reduce((total, digit, place) => total + Number(digit) * [8, 6, 4, 2, 3, 5, 9, 7][place]!, 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
}

/** `EB000000014VN` */
export function trackingNumberOf(n: number): string {
  const serial = String(n).padStart(8, '0');
  return `EB${serial}${checkDigit(serial)}VN`;
}
