import type { ParcelEvent } from '@motcua/dossier-domain';

/** What the post needs to bring a result: the one place to which an address goes. */
export interface ParcelToBring {
  /** Ours. Sent again, it is the same order. */
  readonly orderNumber: string;
  readonly sender: {
    readonly code: string;
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
  };
  readonly recipient: Recipient;
}

export interface Recipient {
  readonly fullName: string;
  readonly phone: string | null;
  readonly address: string;
}

export interface TakenParcel {
  readonly trackingNumber: string;
  /** What the post collects at the door, in đồng: its own money. */
  readonly postage: number | null;
}

export type OrderAnswer =
  ({ readonly is: 'taken' } & TakenParcel) | { readonly is: 'refused'; readonly reason: string };

export type TrackAnswer =
  ({ readonly is: 'known'; readonly events: readonly ParcelEvent[] } & TakenParcel) | { readonly is: 'unknown' };

/** The postal service, as this service sees it. Its protocol stays behind this port (ADR 0046). */
export abstract class PostalService {
  /** Orders; again with the same number, it is the same order. @throws PostUnavailable */
  abstract order(parcel: ParcelToBring): Promise<OrderAnswer>;
  /** What became of an order. @throws PostUnavailable */
  abstract track(orderNumber: string): Promise<TrackAnswer>;
  /** Takes an order back; false: too late, the post has collected the parcel. @throws PostUnavailable */
  abstract cancel(orderNumber: string): Promise<boolean>;
  /** Whether a notice that something happened is the post's. */
  abstract isGenuine(orderNumber: string, signature: string | undefined): boolean;
}
