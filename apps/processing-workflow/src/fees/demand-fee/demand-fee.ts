import { demandFee, type DemandedFee } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface DemandFee extends CaseCommand {
  readonly lines: readonly Omit<DemandedFee, 'code'>[];
  readonly reason: string;
  readonly legalBasis: string;
}

export const DEMAND_FEE = officersCaseKind<DemandFee>({
  decide: ({ state, officer, calendars, now }, { lines, reason, legalBasis }) => {
    const number = state.feeDemands.length + 1;
    const coded = lines.map((line, index) => ({ ...line, code: `PHAT-SINH-${number}-${index + 1}` }));
    const decided = demandFee(state, { officer, lines: coded, reason, legalBasis }, calendars, now);
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    return { decided, action: 'feeDemanded', detail: { number, amount, legalBasis } };
  },
});
