import { withOffset } from '@motcua/kernel';
import { InstantText, ListOf, Nested, Text, Whole } from '@motcua/platform';
import type { CaseSupplement } from '@motcua/processing-domain';
import { OfficerView } from './officer.view.js';
import { SupplementItemView } from './supplement-item.view.js';

/** A request for papers or corrections, with its own deadline (R9). */
export class SupplementView {
  @Whole({ min: 1 }) readonly number!: number;
  @ListOf(() => SupplementItemView) readonly items!: readonly SupplementItemView[];
  @Nested(() => OfficerView) readonly requestedBy!: OfficerView;
  @InstantText() readonly requestedAt!: string;
  @InstantText() readonly deadlineAt!: string;
  @InstantText({ nullable: true }) readonly completedAt!: string | null;
  @InstantText({ nullable: true, description: 'When an officer took it back' }) readonly cancelledAt!: string | null;
  @Text({ nullable: true, description: 'Reason why it was taken back (R21)' }) readonly cancelledReason!: string | null;
  @Text({ nullable: true, description: 'Why an officer took what was given as enough' }) readonly enoughReason!:
    string | null;
}

function itemsOf({ items, parts = [], completedAt, takenAsEnough }: CaseSupplement): SupplementItemView[] {
  const there = new Set(parts.flatMap((part) => part.items));
  const isWhole = completedAt !== null && !takenAsEnough;
  return items.map((item, index) => ({ ...item, given: isWhole || there.has(index + 1) }));
}

export const supplementView = (supplement: CaseSupplement): SupplementView => ({
  number: supplement.number,
  items: itemsOf(supplement),
  requestedBy: supplement.requestedBy,
  requestedAt: withOffset(supplement.requestedAt),
  deadlineAt: withOffset(supplement.deadlineAt),
  completedAt: supplement.completedAt && withOffset(supplement.completedAt),
  cancelledAt: supplement.cancelled ? withOffset(supplement.cancelled.at) : null,
  cancelledReason: supplement.cancelled?.reason ?? null,
  enoughReason: supplement.takenAsEnough?.reason ?? null,
});
