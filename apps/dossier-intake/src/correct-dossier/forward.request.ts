import { Text } from '@motcua/platform';

/** To which office a dossier goes instead of being refused. */
export class ForwardRequest {
  @Text({ max: 40, example: 'H48.33', description: 'The office that is to receive it' })
  readonly receivingAgency!: string;

  @Text({ optional: true, max: 40, description: 'The agency that decides, where that is another one too' })
  readonly competentAgency?: string;

  @Text({ max: 1000, description: 'As the applicant reads it (R21)' })
  readonly reason!: string;
}
