import { Flag, InstantText, ListOf, OneOf, Uuid, Whole } from '@motcua/platform';
import { FetchFaultView } from './fetch-fault.view.js';

/** One look at what the portal publishes of procedures, agencies and fields. */
export class CatalogueFetchView {
  @Uuid() readonly id!: string;
  @Flag() readonly nightly!: boolean;
  @OneOf(['running', 'done']) readonly state!: 'running' | 'done';
  @OneOf(['agencies', 'fields', 'procedures', 'details'], { description: 'What is asked for, or was last' })
  readonly step!: 'agencies' | 'fields' | 'procedures' | 'details';
  @InstantText() readonly requestedAt!: string;
  @InstantText({ nullable: true }) readonly finishedAt!: string | null;
  @Flag({ description: 'The list of procedures was whole: what was not on it is gone' }) readonly complete!: boolean;
  @Whole({ description: 'Procedures on the list' }) readonly listed!: number;
  @Whole({ description: 'Procedures that were asked for so far' }) readonly fetched!: number;
  @Whole({ description: 'Procedures that differ from what the portal said before, the new ones too' })
  readonly changed!: number;
  @Whole({ description: 'Procedures that the list had no more' }) readonly gone!: number;
  @Whole({ description: 'Codes of ours that the lists mapped' }) readonly mapped!: number;
  @ListOf(() => FetchFaultView, { description: 'What could not be had, or was not believed' })
  readonly faults!: readonly FetchFaultView[];
}
