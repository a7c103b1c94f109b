import { Whole } from '@motcua/platform';

/** Dossiers of the period by their promised date. */
export class ProgressFigures {
  @Whole({ description: 'Dossiers accepted in the period' }) readonly received!: number;
  @Whole({ description: 'Of these: finished, or still running, in time' }) readonly onTime!: number;
}
