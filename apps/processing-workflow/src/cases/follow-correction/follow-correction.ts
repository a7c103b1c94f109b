import { correctVariant } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface FollowCorrection {
  readonly dossierId: string;
  readonly applicantRef: string;
  readonly variant: string;
}

/** Nothing where the case says so already. @rule R14 */
export const FOLLOW_CORRECTION = reactionKind(
  'system:dossier-corrected',
  ({ state, stored }, { applicantRef, variant }: FollowCorrection) => {
    const ofAnother = stored.row.applicant_ref !== applicantRef;
    if (!ofAnother && state.terms.variant === variant) return undefined;
    return {
      decided: correctVariant(state, variant),
      action: 'corrected',
      detail: { variant, ofAnotherApplicant: ofAnother },
      heard: { applicant_ref: applicantRef },
    };
  },
);
