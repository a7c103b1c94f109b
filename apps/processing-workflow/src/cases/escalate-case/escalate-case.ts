import { escalateCase } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface EscalateCase extends CaseCommand {
  readonly reason: string;
}

export const ESCALATE_CASE = officersCaseKind<EscalateCase>({
  needs: { leaders: true },
  hands: 'agency',
  decide: ({ state, officer }, { reason }) => ({
    decided: escalateCase(state, reason, officer),
    action: 'escalated',
    detail: { reason },
  }),
});
