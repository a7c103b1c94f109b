import type { AssessedLine } from '../assess/assess.js';
import type { CollectionTime } from '../assess/tariff-line.js';

export type AccountEnd = 'refused' | 'withdrawn' | 'stopped';

/** What a dossier owes and what of it is paid: whole collection times, never parts of one. */
export interface Account {
  readonly lines: readonly AssessedLine[];
  readonly paid: readonly CollectionTime[];
  /** Why nothing is collected any more; null while the dossier lives. */
  readonly ended: AccountEnd | null;
}

/** Whether all that an order collects is still owed by a dossier that lives: else its money settles nothing. */
export const owesAll = ({ paid, ended }: Account, collects: readonly CollectionTime[]): boolean =>
  ended === null && !collects.some((time) => paid.includes(time));
