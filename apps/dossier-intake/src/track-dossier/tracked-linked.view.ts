import { InstantText, Text, TextList } from '@motcua/platform';

/** A dossier that was submitted together with the one that is tracked. */
export class TrackedLinkedView {
  @Text() readonly code!: string;
  @Text() readonly procedureName!: string;
  @Text() readonly status!: string;
  @Text({ description: "The status in the caller's language" }) readonly statusName!: string;
  @InstantText({ nullable: true, description: 'Promised due date; null until it is accepted' })
  readonly dueAt!: string | null;
  @TextList({ description: 'Codes of earlier dossiers for whose results it waits' })
  readonly waitsFor!: readonly string[];
}
