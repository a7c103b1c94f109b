import { Flag, InstantText, ListOf, OneOf } from '@motcua/platform';
import { DeadlineStepView } from '../../views/deadline-step.view.js';

/** Both due dates, with the steps of the statutory one. */
export class DeadlineView {
  @OneOf(['running', 'paused']) readonly state!: string;
  @InstantText() readonly startedAt!: string;
  @InstantText({ nullable: true }) readonly statutoryDueAt!: string | null;
  @InstantText({ nullable: true }) readonly promisedDueAt!: string | null;
  @Flag() readonly provisional!: boolean;
  @ListOf(() => DeadlineStepView) readonly steps!: readonly DeadlineStepView[];
}
