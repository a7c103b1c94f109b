import type { CollectionTime } from '@motcua/contracts';
import { statusAfterReversal } from '@motcua/dossier-domain';
import { NotYetKnown } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { type DossierRow, unpaidDemand } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface OweAgain extends DossierCommand {
  readonly at: Temporal.Instant;
  readonly collectedAt: readonly CollectionTime[];
  /** Of the demand that is owed again; null: none is. */
  readonly demandedAt: string | null;
  /** What went wrong, for the applicant to read. */
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What was paid by mistake of the counter is owed again. Accepted, the dossier goes on, and its result waits. @rule R16 */
export const OWE_AGAIN: DossierDecision<OweAgain, object, null> = {
  scope: null,
  decide: ({ dossier: before }, { at, collectedAt, demandedAt, note, detail }) => {
    const feeDemand = owedAgain(before, demandedAt);
    const owed = (time: CollectionTime): number =>
      before.feeLines.filter((line) => line.collectedAt === time).reduce((sum, { net }) => sum + net, 0);
    const unpaidBeforeAcceptance = collectedAt.includes('beforeAcceptance')
      ? owed('beforeAcceptance')
      : before.unpaidBeforeAcceptance;
    const isDueNow = unpaidBeforeAcceptance > 0 || unpaidDemand(feeDemand) > 0;
    const status = statusAfterReversal(lifeOf(before), isDueNow);
    const after = changed(before, {
      unpaidBeforeAcceptance,
      unpaidBeforeReturn: collectedAt.includes('beforeReturn') ? owed('beforeReturn') : before.unpaidBeforeReturn,
      feeDemand,
      ...(status && { status, statusSince: at, statusReason: note, receptionDueAt: null }),
    });
    const facts = [{ heardFrom: 'payment', action: 'paymentReversed', detail }] as const;
    return { before, after, at, actor: 'system:payment', facts };
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};

/** The demand that a payment of this instant had paid; a later one is not paid by it anyway. */
function owedAgain({ id, feeDemand }: DossierRow, demandedAt: string | null): DossierRow['feeDemand'] {
  if (demandedAt === null) return feeDemand;
  const [of, ours] = [demandedAt, feeDemand?.demandedAt].map((at) => at && Temporal.Instant.from(at).epochMilliseconds);
  if (feeDemand === null || Number(ours) < Number(of)) throw new NotYetKnown(`fee demand of dossier ${id}`);
  return ours === of ? { ...feeDemand, paidAt: null } : feeDemand;
}
