import { type Language, LANGUAGES } from '@motcua/kernel';
import { Flag, OneOf } from '@motcua/platform';

export class PreferenceRequest {
  @Flag({ description: 'Send mail' })
  readonly email!: boolean;

  @Flag({ description: 'Show messages in the application' })
  readonly inApp!: boolean;

  @OneOf(LANGUAGES, { nullable: true, description: 'null: the language of the application' })
  readonly language!: Language | null;
}
