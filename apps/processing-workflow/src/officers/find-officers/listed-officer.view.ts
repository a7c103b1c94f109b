import { Flag, Text, TextList } from '@motcua/platform';

/** An officer who may be given a task. */
export class ListedOfficerView {
  @Text() readonly subject!: string;
  @Text() readonly name!: string;
  @Text() readonly title!: string;
  @TextList() readonly agencies!: readonly string[];
  @TextList() readonly roles!: readonly string[];
  @Flag({ description: 'Away today' }) readonly away!: boolean;
  @Text({ nullable: true, description: 'Subject of who stands in during the absence' }) readonly deputy!: string | null;
}
