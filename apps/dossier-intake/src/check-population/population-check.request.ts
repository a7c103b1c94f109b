import { Flag } from '@motcua/platform';

export class PopulationCheckRequest {
  @Flag({ description: 'The applicant agrees to the look-up; without it there is none' })
  readonly consent!: boolean;

  @Flag({
    optional: true,
    description: 'Of a draft: name and address become what the state holds, so that no officer types them (R19)',
  })
  readonly adopt?: boolean;
}
