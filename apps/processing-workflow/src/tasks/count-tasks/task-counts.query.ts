import { Text, Whole } from '@motcua/platform';
import { DUE_SOON_HOURS } from '../../work-list/due-soon.js';

export class TaskCountsQuery {
  @Text({ optional: true, max: 40, names: 'agency', description: 'An agency, with all below it' })
  readonly agency?: string;

  @Whole({ optional: true, fromText: true, min: 1, max: 720, description: 'Hours of the clock; 48 when left out' })
  readonly dueWithinHours: number = DUE_SOON_HOURS;
}
