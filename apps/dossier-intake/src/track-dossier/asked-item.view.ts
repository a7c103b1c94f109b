import { Text } from '@motcua/platform';

/** One thing to bring or to correct. */
export class AskedItemView {
  @Text({ nullable: true, description: 'The paper by its name, or the field; null for what an officer named' })
  readonly what!: string | null;
  @Text({ nullable: true, description: 'Null unless the applicant’s number was given' })
  readonly reason!: string | null;
}
