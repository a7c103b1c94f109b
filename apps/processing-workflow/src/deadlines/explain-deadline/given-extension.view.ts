import { InstantText, Nested, Text } from '@motcua/platform';
import { OfficerView } from '../../views/officer.view.js';

/** The apology with its new date, where one was made (R13). */
export class GivenExtensionView {
  @InstantText() readonly at!: string;
  @Nested(() => OfficerView) readonly by!: OfficerView;
  @Text() readonly reason!: string;
  @InstantText() readonly previousDueAt!: string;
  @InstantText({ description: 'The date that it promised; later supplements move the current one' })
  readonly promisedDueAt!: string;
}
