import { Refusal } from '@motcua/kernel';
import { type CommandKind, type Commands, type LockingQueries, NotYetKnown, type Tx } from '@motcua/platform';
import type { MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyOf } from '../persistence/money.js';

/** What an event says of a dossier whose money we hold. */
export interface OfDossier {
  readonly dossierId: string;
  /** When the fact happened. */
  readonly at: Temporal.Instant;
}

export async function moneyOfDossiers(
  queries: LockingQueries,
  commands: readonly OfDossier[],
): Promise<readonly (Money | undefined)[]> {
  const ids = commands.map(({ dossierId }) => dossierId);
  const money = await moneyOf(queries, ids);
  return ids.map((id) => money.get(id));
}

/** Applies what an event says. The submission is of another topic and may come later: then the event waits. */
export async function applyToAccount<Command extends OfDossier>(
  commands: Commands,
  tx: Tx,
  kind: CommandKind<Command, Money, MoneyChange, null>,
  command: Command,
): Promise<void> {
  try {
    await commands.apply(tx, kind, command);
  } catch (error) {
    const isUnknown = error instanceof Refusal && error.code === 'RESOURCE.NOT_FOUND';
    throw isUnknown ? new NotYetKnown(`fee assessment of dossier ${command.dossierId}`) : error;
  }
}
