import { stopCase } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface StopCase extends CaseCommand {
  readonly reason: string;
}

export const STOP_CASE = officersCaseKind<StopCase>({
  decide: ({ state, officer, now }, { reason }) => ({
    decided: stopCase(state, reason, officer, now),
    action: 'stopped',
    detail: { reason },
  }),
});
