import { Text, Whole } from '@motcua/platform';

export class RecalculationRequest {
  @Text({ max: 60, description: 'Code of the calendar that has changed' })
  readonly calendar!: string;

  @Whole({ min: 1, description: 'The revision that was looked at in the preview; where a newer one is known, refused' })
  readonly revision!: number;

  @Text({ max: 2000, description: 'Why, as the applicants read it: the decree, its number and date (R12, R21)' })
  readonly reason!: string;
}
