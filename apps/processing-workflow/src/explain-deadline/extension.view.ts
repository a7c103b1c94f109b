import { withOffset } from '@motcua/kernel';
import { InstantText, Nested, Text } from '@motcua/platform';
import { type CaseState, latestExtension } from '@motcua/processing-domain';
import { OfficerView } from '../views/officer.view.js';

/** The apology with its new date, where one was made (R13). */
export class GivenExtensionView {
  @InstantText() readonly at!: string;
  @Nested(() => OfficerView) readonly by!: OfficerView;
  @Text() readonly reason!: string;
  @InstantText() readonly previousDueAt!: string;
  @InstantText({ description: 'The date that it promised; later supplements move the current one' })
  readonly promisedDueAt!: string;
}

/** R13: once, and a day before the promised date at the latest. */
export class ExtensionView {
  @InstantText({ nullable: true, description: 'Until when an apology may still be made; null where none may' })
  readonly possibleUntil!: string | null;
  @Nested(() => GivenExtensionView, { nullable: true }) readonly given!: GivenExtensionView | null;
}

export const extensionView = (state: CaseState, now: Temporal.Instant): ExtensionView => {
  const latest = latestExtension(state);
  const { extension } = state;
  return {
    possibleUntil: latest && Temporal.Instant.compare(now, latest) <= 0 ? withOffset(latest) : null,
    given: extension && {
      at: withOffset(extension.at),
      by: extension.by,
      reason: extension.reason,
      previousDueAt: withOffset(extension.previous),
      promisedDueAt: withOffset(extension.promised),
    },
  };
};
