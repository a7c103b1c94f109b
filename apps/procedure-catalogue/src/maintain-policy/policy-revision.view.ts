import type { PolicyRecord } from '@motcua/catalogue-domain';
import { withOffset } from '@motcua/kernel';
import { InstantText, Text } from '@motcua/platform';
import type { PolicyRevision } from '../persistence/revisions.js';
import { PolicyView } from './policy.view.js';

/** What a policy said from an instant until the next revision. */
export class PolicyRevisionView extends PolicyView {
  @Text({ nullable: true, description: 'Why it corrects what was said of days that are over' })
  readonly reason!: string | null;

  @Text({ nullable: true, description: 'The officer; null for readers who may not write policies' })
  readonly setBy!: string | null;

  @InstantText() readonly setAt!: string;
}

export type PolicyRevisionBody = PolicyRecord & Pick<PolicyRevisionView, 'reason' | 'setBy' | 'setAt'>;

export const policyRevisionView = (
  { content, reason, setBy, setAt }: PolicyRevision,
  keeps: boolean,
): PolicyRevisionBody => ({
  ...content,
  reason,
  setBy: keeps ? setBy : null,
  setAt: withOffset(setAt),
});
