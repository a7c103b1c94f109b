import { Day, InstantText, ListOf, OneOf, TextList, Uuid, Whole } from '@motcua/platform';
import { DifferenceView } from './difference.view.js';

/** A comparison with what the portal holds. */
export class ReconciliationView {
  @Uuid() readonly id!: string;
  @Day({ nullable: true }) readonly day!: string | null;
  @TextList() readonly codes!: readonly string[];
  @OneOf(['running', 'done']) readonly state!: 'running' | 'done';
  @InstantText() readonly requestedAt!: string;
  @InstantText({ nullable: true }) readonly finishedAt!: string | null;
  @Whole({ description: 'Dossiers that were asked for' }) readonly compared!: number;
  @Whole({ description: 'Differences that were found' }) readonly differing!: number;
  @Whole({ description: 'Dossiers that were missing there, and go out again' }) readonly sentAgain!: number;
  @ListOf(() => DifferenceView, { max: 1000 }) readonly items!: readonly DifferenceView[];
}
