import { withOffset } from '@motcua/kernel';
import { InstantText, Nested, Text } from '@motcua/platform';
import type { CaseApology } from '@motcua/processing-domain';
import { OfficerView } from './officer.view.js';

/** An apology for lateness: why, and by when the result comes. */
export class ApologyView {
  @InstantText() readonly at!: string;
  @Nested(() => OfficerView) readonly by!: OfficerView;
  @Text() readonly reason!: string;
  @InstantText({ description: 'The promised date that was not kept' }) readonly previousDueAt!: string;
  @InstantText() readonly newDueAt!: string;
}

export const apologyView = ({ at, by, reason, previous, newDueAt }: CaseApology): ApologyView => ({
  at: withOffset(at),
  by,
  reason,
  previousDueAt: withOffset(previous),
  newDueAt: withOffset(newDueAt),
});
