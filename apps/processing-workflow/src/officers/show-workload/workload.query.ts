import { InstantText, PageQuery, Text, Whole } from '@motcua/platform';
import { DUE_SOON_HOURS } from '../../work-list/due-soon.js';

export class WorkloadQuery extends PageQuery {
  @Text({ optional: true, max: 40, names: 'agency', description: 'An agency, with all below it; my own when left out' })
  readonly agency?: string;

  @InstantText({ optional: true, description: 'Beginning of the period for `done`; thirty days ago when left out' })
  readonly doneFrom?: string;

  @InstantText({ optional: true, description: 'End of the period, not included; now when left out' })
  readonly doneTo?: string;

  @Whole({ optional: true, fromText: true, min: 1, max: 720, description: 'Hours of the clock; 48 when left out' })
  readonly dueWithinHours: number = DUE_SOON_HOURS;
}
