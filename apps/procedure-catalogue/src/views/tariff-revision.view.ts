import { withOffset } from '@motcua/kernel';
import { InstantText, Text } from '@motcua/platform';
import type { TariffRevision } from '../persistence/revisions.js';
import { TariffView } from './tariff.view.js';

/** What a tariff said from an instant until the next revision. */
export class TariffRevisionView extends TariffView {
  @Text({ nullable: true, description: 'Why it corrects what was said of days that are over' })
  readonly reason!: string | null;

  @Text({ nullable: true, description: 'The officer; null for readers who may not write procedures' })
  readonly setBy!: string | null;

  @InstantText() readonly setAt!: string;
}

export const tariffRevisionView = (
  { procedure, revision, lines, reason, setBy, setAt }: TariffRevision,
  keeps: boolean,
): TariffRevisionView => ({
  procedure,
  revision,
  lines: lines as TariffRevisionView['lines'],
  reason,
  setBy: keeps ? setBy : null,
  setAt: withOffset(setAt),
});
