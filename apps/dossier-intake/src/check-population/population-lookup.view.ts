import { Nested, OneOf } from '@motcua/platform';
import { PersonView } from './person.view.js';

/** What a draft may be begun with. It is not stored. */
export class PopulationLookupView {
  @OneOf(['found', 'unknown', 'away']) readonly outcome!: 'found' | 'unknown' | 'away';
  @Nested(() => PersonView, { nullable: true }) readonly person!: PersonView | null;
}
