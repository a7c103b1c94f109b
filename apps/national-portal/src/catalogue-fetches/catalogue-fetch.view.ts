import { Flag, InstantText, ListOf, OneOf, Uuid, Whole } from '@motcua/platform';
import { FetchFaultView } from './fetch-fault.view.js';

/** One look at what the portal publishes of procedures, agencies and fields. */
export class CatalogueFetchView {
  @Uuid() readonly id!: string;
  @Flag() readonly nightly!: boolean;
  @OneOf(['running', 'done']) readonly state!: 'running' | 'done';
  @OneOf(['agencies', 'fields', 'procedures', 'details'], { description: 'Current or last step' })
  readonly step!: 'agencies' | 'fields' | 'procedures' | 'details';
  @InstantText() readonly requestedAt!: string;
  @InstantText({ nullable: true }) readonly finishedAt!: string | null;
  @Flag({ description: 'The list of procedures was whole: a procedure that is not on it is gone' })
  readonly complete!: boolean;
  @Whole({ description: 'Procedures on the list' }) readonly listed!: number;
  @Whole({ description: 'Procedures that were asked for so far' }) readonly fetched!: number;
  @Whole({ description: 'Procedures that differ from what the portal said before, the new ones too' })
  readonly changed!: number;
  @Whole({ description: 'Procedures that have left the list' }) readonly gone!: number;
  @Whole({ description: 'Codes of ours that the lists mapped; counted once the catalogue has shown its register' })
  readonly mapped!: number;
  @ListOf(() => FetchFaultView, { description: 'Faults: answers that failed or were not believed' })
  readonly faults!: readonly FetchFaultView[];
}
