import type { OfficerReference, Plain } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';

/** One row of `dossier_message`; none is ever changed. */
export interface MessageRow {
  readonly dossierId: string;
  readonly number: number;
  readonly sentAt: Temporal.Instant;
  readonly fromApplicant: boolean;
  readonly officer: Plain<OfficerReference> | null;
  /** The text, sealed: people write what concerns them. */
  readonly sealed: string;
}

export const MESSAGES = rowTable<MessageRow>('dossier_message', {
  dossierId: 'key',
  number: 'key',
  sentAt: 'fixed',
  fromApplicant: 'fixed',
  officer: 'fixed',
  sealed: 'fixed',
});
