import { Refusal } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { CaseCommands } from './case-commands.js';
import type { CaseKind } from './case-kind.js';

/** Does what a dossier's event asks of its case, if there is one: a dossier that was not accepted has none. */
export async function applyToCase<Command extends { readonly dossierId: string }, Body>(
  commands: CaseCommands,
  tx: Tx,
  kind: CaseKind<Command, Body>,
  command: Command,
): Promise<void> {
  try {
    await commands.apply(tx, kind, command);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'RESOURCE.NOT_FOUND')) throw error;
  }
}
