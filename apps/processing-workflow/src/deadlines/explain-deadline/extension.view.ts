import { withOffset } from '@motcua/kernel';
import { InstantText, Nested } from '@motcua/platform';
import { type CaseState, latestExtension } from '@motcua/processing-domain';
import { GivenExtensionView } from './given-extension.view.js';

/** R13: once, and a day before the promised date at the latest. */
export class ExtensionView {
  @InstantText({ nullable: true, description: 'Last instant for an apology; null if none is possible' })
  readonly possibleUntil!: string | null;
  @Nested(() => GivenExtensionView, { nullable: true }) readonly given!: GivenExtensionView | null;
}

export function extensionView(state: CaseState, now: Temporal.Instant): ExtensionView {
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
}
