import { InstantText, Nested, OneOf, Text, TextList, Uuid } from '@motcua/platform';
import { TASK_KINDS } from '@motcua/processing-domain';
import { NamedCodeView } from './named-code.view.js';
import { OfficerView } from './officer.view.js';

/** An open task: where a case stands, and who holds it. */
export class CurrentTaskView {
  @Uuid() readonly id!: string;
  @OneOf(TASK_KINDS, { description: "The step's own work, or the opinion of a consulted agency" })
  readonly kind!: string;
  @Nested(() => NamedCodeView) readonly step!: NamedCodeView;
  @Text() readonly role!: string;
  @Text() readonly agency!: string;
  @Nested(() => OfficerView, { nullable: true }) readonly holder!: OfficerView | null;
  @InstantText({ nullable: true, description: "By when the step's own term wants it done" })
  readonly stepDueAt!: string | null;
  @TextList({ description: 'Possible outcomes of the step' }) readonly outcomes!: readonly string[];
  @Text({ nullable: true, description: 'Question of an officer beyond the process; null where the step itself asks' })
  readonly question!: string | null;
  @Text({ description: 'ETag of the task, for If-Match' }) readonly etag!: string;
}
