import type { Tx } from '@motcua/platform';

const WAKE = `
  UPDATE dossier SET due_at = clock_timestamp(), waiting_for = NULL
  WHERE waiting_for IS NOT NULL AND waiting_for @> $1::jsonb`;

/** Lets dossiers be looked at again that waited for something which has come. */
export const wakeWaiting = (tx: Tx, what: { readonly kind: string; readonly code: string }): Promise<unknown> =>
  tx.query(WAKE, [JSON.stringify([{ kind: what.kind, code: what.code }])]);
