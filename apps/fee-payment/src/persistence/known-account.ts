import { NotYetKnown, type Tx } from '@motcua/platform';
import { lockAccount, type StoredAccount } from './accounts.js';

/** The account of a dossier that an event speaks of, locked. The submission is of another topic and may come later. */
export async function knownAccount(tx: Tx, dossierId: string): Promise<StoredAccount> {
  const account = await lockAccount(tx, dossierId);
  if (!account) throw new NotYetKnown(`fee assessment of dossier ${dossierId}`);
  return account;
}
