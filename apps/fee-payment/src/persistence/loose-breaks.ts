import { type Aggregate, type RowChange } from '@motcua/platform';
import { BREAKS, type StoredBreak } from './breaks.js';
import { CONFIRMATIONS, type StoredConfirmation } from './confirmations.js';
import { line } from './history.js';
import { type LooseMoney, saveLooseMoney } from './loose-money.js';

/** What became of a break that belongs to no dossier, with the confirmation that names an unknown payment. */
export interface LooseBreakChange {
  readonly breaks: RowChange<StoredBreak>;
  readonly confirmation: StoredConfirmation | null;
  /** Money of no dossier that it tells of. */
  readonly money: LooseMoney | null;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** Breaks of no dossier: nobody but the cashiers is told of them. */
export const LOOSE_BREAK: Aggregate<LooseBreakChange> = {
  save: async (queries, changes) => {
    await Promise.all([
      BREAKS.save(
        queries,
        changes.map(({ breaks }) => breaks),
      ),
      CONFIRMATIONS.save(
        queries,
        changes.flatMap(({ confirmation }) => (confirmation ? [{ before: null, after: confirmation }] : [])),
      ),
      saveLooseMoney(
        queries,
        changes.flatMap(({ money }) => (money ? [{ before: null, after: money }] : [])),
      ),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ breaks: { before, after }, at, actor }) => {
    const action = before === null ? 'found' : after.status === 'resolved' ? 'resolved' : 'seenAgain';
    return [line('break', after.id, action, { at, actor, detail: { kind: after.kind, reference: after.reference } })];
  },
};
