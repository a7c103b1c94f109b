import { applyCaseStatus, type CaseStatus } from '@motcua/dossier-domain';
import type { RowChange } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { DossierAction } from '../persistence/history.js';
import type { StoreItemRow } from '../persistence/store-item-row.js';
import type { SupplementRow } from '../persistence/supplement-row.js';

export interface CaseFact extends DossierCommand {
  /** The event's own time. */
  readonly at: Temporal.Instant;
  readonly action: DossierAction;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changes?: Partial<Omit<DossierRow, 'id' | 'version' | 'status'>>;
  /** Of a fee that arose. */
  readonly feeLines?: DossierRow['feeLines'];
  /** The public status that the case has decided, if it decided one. */
  readonly to?: CaseStatus;
  readonly supplements?: (facts: DossierFacts) => readonly RowChange<SupplementRow>[];
  readonly stored?: (dossier: DossierRow) => readonly Omit<StoreItemRow, 'id'>[];
  readonly storeChanged?: (facts: DossierFacts) => readonly RowChange<StoreItemRow>[];
}

/** From acceptance to `processed` the case decides: what it says is applied as fact. A move that no rule knows is recorded. */
export const APPLY_CASE_FACT: DossierDecision<CaseFact, object, null> = {
  scope: null,
  decide: (facts, { at, action, detail, changes = {}, feeLines = [], to, supplements, stored, storeChanged }) => {
    const { dossier: before } = facts;
    const applied = to === undefined ? undefined : applyCaseStatus(lifeOf(before), to, at);
    const path = applied?.changes ?? [];
    const last = path.at(-1);
    const unexpected = applied?.unexpected ? { unexpectedInStatus: before.status } : {};
    return {
      before,
      after: changed(before, {
        ...changes,
        ...(feeLines.length > 0 && { feeLines: [...before.feeLines, ...feeLines] }),
        ...(last && { status: last.to, statusSince: at }),
        ...(applied?.paymentReturnsTo && { paymentReturnsTo: applied.paymentReturnsTo }),
        // What ends or goes on keeps no reason of before; a status that did not change keeps its own.
        ...(!last && { statusReason: before.statusReason }),
      }),
      at,
      actor: 'system:case',
      facts: [{ heardFrom: 'workflow', action, detail: { ...detail, ...unexpected } }],
      through: path.slice(0, -1).map((step) => step.to),
      ...(supplements && { supplements: supplements(facts) }),
      ...(stored && { stored: stored(before) }),
      ...(storeChanged && { storeChanged: storeChanged(facts) }),
    };
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};
