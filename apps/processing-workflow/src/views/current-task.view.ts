import { Nested, Text, TextList, Uuid } from '@motcua/platform';
import { NamedCodeView } from './named-code.view.js';
import { OfficerView } from './officer.view.js';

/** Where a case stands now, and who holds it. */
export class CurrentTaskView {
  @Uuid() readonly id!: string;
  @Nested(() => NamedCodeView) readonly step!: NamedCodeView;
  @Text() readonly role!: string;
  @Text() readonly agency!: string;
  @Nested(() => OfficerView, { nullable: true }) readonly holder!: OfficerView | null;
  @TextList({ description: 'How the step may end' }) readonly outcomes!: readonly string[];
  @Text({ description: 'What If-Match takes for the task' }) readonly etag!: string;
}
