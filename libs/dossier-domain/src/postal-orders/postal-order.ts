import { Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

/**
 * Of an order to bring a result: `waiting` for the post's answer, `taken`, `onTheWay`, and how it ended. `refused`: the post did
 * not take it; `undeliverable`: it goes back to the office.
 */
export const POSTAL_STATES = [
  'waiting',
  'taken',
  'onTheWay',
  'delivered',
  'undeliverable',
  'refused',
  'cancelled',
] as const;
export type PostalState = (typeof POSTAL_STATES)[number];

/** What the post tells of a parcel; `attempted` and `cameBack` only inform. */
export const PARCEL_STEPS = ['collected', 'attempted', 'delivered', 'undeliverable', 'cameBack'] as const;
export type ParcelStep = (typeof PARCEL_STEPS)[number];

export interface ParcelEvent {
  readonly step: ParcelStep;
  /** By the post's clock. */
  readonly at: string;
}

export const isOpen = (state: PostalState): boolean => ['waiting', 'taken', 'onTheWay'].includes(state);

const instantOf = ({ at }: ParcelEvent): number => Temporal.Instant.from(at).epochMilliseconds;
const turnOf = ({ step }: ParcelEvent): number => PARCEL_STEPS.indexOf(step);

/** All that was told, each once, in the order in which it happened: the post tells twice, late, and out of order. */
export function mergeEvents(known: readonly ParcelEvent[], told: readonly ParcelEvent[]): ParcelEvent[] {
  const once = new Map([...known, ...told].map((event) => [`${event.step} ${instantOf(event)}`, event]));
  return [...once.values()].sort((a, b) => instantOf(a) - instantOf(b) || turnOf(a) - turnOf(b));
}

/**
 * The state that a parcel's events come to. How an order ended stands, whatever is told afterwards: of what contradicts it the
 * events keep record.
 */
export function stateAfter(state: PostalState, events: readonly ParcelEvent[]): PostalState {
  if (!isOpen(state)) return state;
  const end = events.findLast(({ step }) => step === 'delivered' || step === 'undeliverable');
  if (end) return end.step as 'delivered' | 'undeliverable';
  return events.length > 0 ? 'onTheWay' : 'taken';
}

/** When the result reached the applicant, as the post says. */
export const deliveredAt = (events: readonly ParcelEvent[]): string | null =>
  events.findLast(({ step }) => step === 'delivered')?.at ?? null;

/** An order is taken back before the post has collected the parcel. @throws Refusal DOSSIER.NO_OPEN_POSTAL_ORDER */
export function assertCancellable(state: PostalState | undefined): void {
  if (state === 'waiting' || state === 'taken') return;
  throw new Refusal<DossierRefusalCode>('DOSSIER.NO_OPEN_POSTAL_ORDER', { postalState: state ?? null });
}

/** One parcel at a time; and nothing that the post has is handed out here. @throws Refusal DOSSIER.WITH_THE_POST */
export function assertNotWithPost(order: { readonly state: PostalState; readonly orderNumber: string } | null): void {
  if (order && isOpen(order.state))
    throw new Refusal<DossierRefusalCode>('DOSSIER.WITH_THE_POST', {
      orderNumber: order.orderNumber,
      postalState: order.state,
    });
}
