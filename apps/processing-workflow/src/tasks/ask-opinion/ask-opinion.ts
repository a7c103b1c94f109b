import { askOpinion, type StepRole, type StepTerm } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import { activeAgency } from '../active-agency.js';

interface AskOpinion extends CaseCommand {
  /** In its current or its legacy form (R2). */
  readonly agency: string;
  readonly role: StepRole;
  readonly term: StepTerm;
  readonly question: string;
}

/** Asks another agency beside what the process asks. */
export const ASK_OPINION = officersCaseKind<AskOpinion>({
  needs: { agencies: ({ agency }) => [agency], taskIds: true },
  decide: (inHand, { agency, role, term, question }) => {
    const { state, officer, opening } = inHand;
    const asked = activeAgency(inHand, agency);
    const decided = askOpinion(state, { officer, agency: asked, role, term, question }, opening);
    return { decided, action: 'opinionAsked', detail: { agency: asked, role, question } };
  },
});
