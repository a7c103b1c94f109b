import { Injectable } from '@nestjs/common';
import { type DrawerOwner, spelling } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  type Scope,
} from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Drawer, drawersOf, nameOfDrawer } from '../persistence/drawers.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { type PayoutNumberUse, usesOfPayoutNumbers } from '../persistence/payout-numbers.js';
import { firstOfEach } from './in-company.js';
import { MoneyReach, type Reachable } from './reach.js';

interface Asked {
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly actor: Actor;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface StepFacts extends Reachable {
  /** From which cash may go; null: none does. */
  readonly drawer: Drawer | null;
  /** What is in the books under the number that the command names. */
  readonly numberUsed: readonly PayoutNumberUse[];
}

/** What a step does to the money; who did it when is the same for all. */
export type Step = Pick<MoneyChange, 'after' | 'action' | 'detail'> & Partial<Pick<MoneyChange, 'receipts' | 'opens'>>;

/** One step of something that goes through several hands, such as a refund: upon the row as the officer saw it. */
@Injectable()
export abstract class MoneyStep<Command extends Asked, Row extends Versioned, View> implements CommandKind<
  Command,
  StepFacts,
  MoneyChange,
  View
> {
  readonly aggregate = DOSSIER_MONEY;
  protected abstract readonly table: 'refund' | 'reversal';
  protected abstract readonly scope: Scope;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: Command): string {
    return `${this.table}/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly Command[]): Promise<readonly (StepFacts | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const money = await moneyBy(queries, this.table, ids);
    const owners = commands.map((command) => {
      const found = money.get(command.id);
      return (found && this.drawerOf(found, command)) ?? null;
    });
    const numbers = commands.map((command) => this.numberOf(command));
    const used = await usesOfPayoutNumbers(queries, numbers);
    const [reachable, drawers] = await Promise.all([
      this.reach.of(queries, money),
      drawersOf(
        queries,
        owners.flatMap((owner) => owner ?? []),
      ),
    ]);
    const names = owners.map((owner) => owner && nameOfDrawer(owner));
    // What one takes out of a drawer the next one does not find there, nor a number that one has used.
    const [isFirst, isFirstNumber] = [firstOfEach(names), firstOfEach(numbers.map((one) => one && spelling(one)))];
    return ids.map((id, place) => {
      const [found, name] = [reachable.get(id), names[place]];
      if (!found || !isFirst[place] || !isFirstNumber[place]) return undefined;
      return { ...found, drawer: name == null ? null : drawers.get(name)!, numberUsed: used[place]! };
    });
  }

  /** @throws Refusal */
  decide(facts: StepFacts, command: Command, at: Temporal.Instant): MoneyChange {
    const { money, within } = facts;
    const { version, actor } = command;
    const row = this.rowOf(money, command);
    assertReach(actor, this.scope, { agencies: within });
    assertVersion(row.version, version);
    return { before: money, receipts: [], at, actor: actor.subject, ...this.step(facts, row, command, at) };
  }

  answer({ after }: MoneyChange, _: StepFacts, command: Command): Answer<View> {
    const row = this.rowOf(after, command);
    return created(this.view(row), { version: row.version });
  }

  /** Whose drawer cash would go out of; null where none does. */
  protected drawerOf(_money: Money, _command: Command): DrawerOwner | null {
    return null;
  }

  /** Under which number money would go back; null: under none. */
  protected numberOf(_command: Command): string | null {
    return null;
  }

  protected abstract rowOf(money: Money, command: Command): Row;
  protected abstract view(row: Row): View;
  /** Pure. @throws Refusal */
  protected abstract step(facts: StepFacts, row: Row, command: Command, at: Temporal.Instant): Step;
}
