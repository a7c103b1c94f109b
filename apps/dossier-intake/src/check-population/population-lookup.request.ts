import { Flag, Text } from '@motcua/platform';

export class PopulationLookupRequest {
  @Text({ max: 12, example: '051199000017', description: "12 digits; a citizen's own only" })
  readonly citizenId!: string;

  @Flag({ description: 'The citizen agrees to the look-up; without it there is none' })
  readonly consent!: boolean;
}
