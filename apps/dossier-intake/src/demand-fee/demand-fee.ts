import { demandFee } from '@motcua/dossier-domain';
import type { FeeKind } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface DemandFee extends Asked {
  readonly lines: readonly { readonly kind: FeeKind; readonly name: string; readonly amount: number }[];
  readonly reason: string;
  readonly legalBasis: string;
}

/** Before the acceptance: more is owed than the submission was assessed to owe. The 8 hours of R6 run from the payment. @rule R16 */
export const DEMAND_FEE: DossierDecision<DemandFee> = {
  action: 'demandFee',
  decide: ({ dossier: before, version, circumstances }, { lines, reason, legalBasis, actor }, now) => {
    const { status, number, demandedAt, deadlineAt } = demandFee(lifeOf(before), {
      reason,
      earlierDemands: before.feeDemand?.number ?? 0,
      termWorkingDays: version.supplementTermWorkingDays,
      calendar: circumstances.calendarOf(before.receivingAgency).calendar,
      now,
    });
    const demanded = lines.map(({ amount, ...line }, index) => ({
      ...line,
      code: `PHAT-SINH-${number}-${index + 1}`,
      base: amount,
      net: amount,
      collectedAt: 'onDemand' as const,
      reduction: null,
    }));
    const demand = {
      number,
      lines: demanded,
      reason: reason.trim(),
      legalBasis,
      demandedAt: withOffset(demandedAt),
      deadlineAt: withOffset(deadlineAt),
      demandedBy: officerOf(actor),
      paidAt: null,
    };
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    return {
      before,
      after: changed(before, {
        status,
        statusSince: now,
        statusReason: demand.reason,
        receptionDueAt: null,
        feeDemand: demand,
        feeLines: [...before.feeLines, ...demanded],
      }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'feeDemanded',
          detail: { number, amount, reason: demand.reason, legalBasis, deadlineAt: demand.deadlineAt },
          told: { demand },
        },
      ],
    };
  },
};
