import { Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

/** Where the papers of a dossier are, as far as bags tell. */
export const PLACE_STATES = ['underWay', 'here', 'missing', 'lost'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

export interface PaperPlace {
  readonly state: PlaceState;
  /** The office that has them, or answers for them. */
  readonly agency: string;
  /** The bag that they are in, or came in. */
  readonly bag: string;
}

const notHere = ({ state, agency, bag }: Omit<PaperPlace, 'bag'> & { readonly bag: string | null }) =>
  new Refusal<DossierRefusalCode>('DOSSIER.PAPERS_NOT_HERE', { state, agency, bag });

/**
 * A result on paper is handed out where it is: not while it is in a bag, is missing, or lies at another office. One that was lost
 * was made anew. @throws Refusal DOSSIER.PAPERS_NOT_HERE
 */
export function assertInHand(place: PaperPlace | null, method: DeliveryMethod, isOwn: boolean): void {
  if (place === null || method === 'online' || place.state === 'lost') return;
  if (place.state !== 'here' || !isOwn) throw notHere(place);
}

/**
 * What was handed in at a post office is received by the one-stop office when that has counted the papers: before, nothing is
 * accepted and no term begins. @rule R3 R23 @throws Refusal DOSSIER.PAPERS_NOT_HERE
 */
export function assertReceivedFromPost(place: PaperPlace | null, handedInAt: string, receiving: string): void {
  if (place?.state === 'here' && place.agency === receiving) return;
  throw notHere(place ?? { state: 'here', agency: handedInAt, bag: null });
}
