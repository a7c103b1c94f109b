import { Text, TextList } from '@motcua/platform';

/** For which agency an officer may sign, and what. */
export class SigningRightRequest {
  @Text({ max: 40, description: 'Identifier of the agency; those below it are not meant' }) readonly agency!: string;
  @TextList({
    optional: true,
    nullable: true,
    min: 1,
    max: 200,
    description: 'Codes of the results that may be signed; every result when absent or null',
  })
  readonly results?: readonly string[] | null;
}
