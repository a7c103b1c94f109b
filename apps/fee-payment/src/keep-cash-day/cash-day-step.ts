import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import type { DrawerOwner } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  type Scope,
  sql,
} from '@motcua/platform';
import { CASH_DAY, CASH_DAYS, type CashDayChange, type StoredCashDay } from '../persistence/cash-days.js';
import { type Drawer, drawersOf, nameOfDrawer } from '../persistence/drawers.js';
import type { CashDayView } from './cash-day.view.js';
import { cashDayView } from './show-cash-day.js';

export interface OfCashDay {
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly actor: Actor;
}

export interface CashDayFacts {
  readonly day: StoredCashDay;
  readonly drawer: Drawer;
  /** The agency of the counter and all above it. */
  readonly within: readonly string[];
}

export const cashDayAnswer = ({ after }: CashDayChange): Answer<CashDayView> =>
  created(cashDayView(after), { version: after.version, location: `/payment/v1/cash-days/${after.id}` });

/** One step of a cashier's day, upon the day as the officer saw it and under the lock of its drawer. */
@Injectable()
export abstract class CashDayStep<Command extends OfCashDay> implements CommandKind<
  Command,
  CashDayFacts,
  CashDayChange,
  CashDayView
> {
  readonly aggregate = CASH_DAY;
  protected abstract readonly scope: Scope;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: Command): string {
    return `cash-day/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly Command[]): Promise<readonly (CashDayFacts | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const owners = await queries.query<DrawerOwner & { id: string }>(
      sql`SELECT id, agency, cashier FROM cash_day WHERE id = ANY (${ids})`,
    );
    // Behind the lock of the drawer: as whoever held it has left the day.
    const [drawers, days, known] = await Promise.all([
      drawersOf(queries, owners),
      queries.query<StoredCashDay>(sql`SELECT ${CASH_DAYS.columns()} FROM cash_day WHERE id = ANY (${ids})`),
      this.agencies.findMany([...new Set(owners.map(({ agency }) => agency))], queries),
    ]);
    const [byId, ancestors] = [
      new Map(days.map((day) => [day.id, day])),
      new Map(known.map((agency) => [agency.code, agency.ancestors])),
    ];
    return ids.map((id) => {
      const day = byId.get(id);
      if (!day) return undefined;
      const within = [day.agency, ...(ancestors.get(day.agency) ?? [])];
      return { day, drawer: drawers.get(nameOfDrawer(day))!, within };
    });
  }

  /** @throws Refusal */
  decide(facts: CashDayFacts, command: Command, at: Temporal.Instant): CashDayChange {
    const { day, within } = facts;
    const { version, actor } = command;
    assertReach(actor, this.scope, { agencies: within });
    assertVersion(day.version, version);
    const { change, ...step } = this.step(facts, command, at);
    return { before: day, after: { ...day, version: version + 1, ...change }, at, actor: actor.subject, ...step };
  }

  answer(change: CashDayChange): Answer<CashDayView> {
    return cashDayAnswer(change);
  }

  /** Pure. @throws Refusal */
  protected abstract step(facts: CashDayFacts, command: Command, at: Temporal.Instant): CashDayStepped;
}

export type CashDayStepped = Pick<CashDayChange, 'action' | 'detail' | 'voucher'> & {
  readonly change: Partial<StoredCashDay>;
};
