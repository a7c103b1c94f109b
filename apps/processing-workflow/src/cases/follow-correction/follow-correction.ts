import { isDeepStrictEqual } from 'node:util';
import type { PartyReference, Plain } from '@motcua/contracts';
import { correctVariant } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface FollowCorrection {
  readonly dossierId: string;
  readonly applicantRef: string;
  readonly parties: readonly Plain<PartyReference>[];
  readonly variant: string;
}

/** Nothing where the case says so already. @rule R14 */
export const FOLLOW_CORRECTION = reactionKind(
  'system:dossier-corrected',
  ({ state, stored }, { applicantRef, parties: told, variant }: FollowCorrection) => {
    const parties = told.map(({ ref, role, powers }) => ({ ref, role, powers }));
    const ofAnother = stored.row.applicant_ref !== applicantRef;
    const others = !isDeepStrictEqual(stored.row.parties, parties);
    if (!ofAnother && !others && state.terms.variant === variant) return undefined;
    return {
      decided: correctVariant(state, variant),
      action: 'corrected',
      detail: { variant, ofAnotherApplicant: ofAnother, otherParties: others },
      heard: { applicant_ref: applicantRef, parties },
    };
  },
);
