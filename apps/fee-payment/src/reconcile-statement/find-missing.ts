import { Injectable } from '@nestjs/common';
import { type LineOutcome } from '@motcua/fee-domain';
import { type Actor, type Answer, type CommandKind, type LockingQueries, ok, sql } from '@motcua/platform';
import type { StoredBreak } from '../persistence/breaks.js';
import {
  NOTHING_FOUND,
  RECONCILIATION,
  type ReconciliationChange,
  type StoredReconciliation,
} from '../persistence/reconciliations.js';
import type { StoredStatementLine } from '../persistence/statement-lines.js';
import { breaksFound, openReconciliation } from './compare-page.js';
import { NO_COUNTS } from './open-reconciliation.js';
import { type Booked, StatementBooks } from './statement-books.js';
import { breakOf, identityOf } from './statement-break.js';

export interface FindMissingCommand {
  readonly id: string;
  /** The last entry of the page before; null: this is the first page. */
  readonly after: string | null;
  /** How many were missing so far. */
  readonly found: number;
  readonly actor: Actor;
  readonly newId: () => string;
}

interface Facts {
  readonly reconciliation: StoredReconciliation;
  readonly missing: readonly (Booked & { readonly lastId: string })[];
  readonly counts: readonly { readonly outcome: LineOutcome; readonly count: number }[];
  readonly breaks: ReadonlyMap<string, StoredBreak>;
}

/** How far it has come; `after` is null when all is found, and the comparison done. */
export interface MissingFound {
  readonly after: string | null;
  readonly found: number;
  readonly reconciliation: StoredReconciliation;
}

const PAGE = 500;

const kindOf = ({ direction }: Booked): 'missingThere' | 'refundDiffers' =>
  direction === 'in' ? 'missingThere' : 'refundDiffers';

const differenceOf = (one: Booked) => ({
  ...{ kind: kindOf(one), reference: one.reference, transaction: one.transaction, ours: one.amount, theirs: null },
  of: { dossierId: one.dossierId!, orderId: one.orderId!, agencies: one.agencies },
});

/** Once all lines are compared: what the books have of the period and the statement does not list, a page at a time. */
@Injectable()
export class FindMissing implements CommandKind<FindMissingCommand, Facts, ReconciliationChange, MissingFound> {
  readonly aggregate = RECONCILIATION;

  constructor(private readonly books: StatementBooks) {}

  about({ id }: FindMissingCommand): string {
    return `reconciliation/${id}`;
  }

  facts(queries: LockingQueries, commands: readonly FindMissingCommand[]): Promise<readonly (Facts | undefined)[]> {
    return Promise.all(commands.map((command) => this.factsOf(queries, command)));
  }

  decide(facts: Facts, command: FindMissingCommand, at: Temporal.Instant): ReconciliationChange {
    const { reconciliation, missing, breaks } = facts;
    const { id, version, lines } = reconciliation;
    const { after, found, actor, newId } = command;
    const isLast = missing.length < PAGE;
    const rows = missing.map((one, index): StoredStatementLine => ({
      ...{ reconciliationId: id, n: lines + found + index + 1, line: null, direction: one.direction },
      ...{ reference: one.reference, transaction: one.transaction, day: null, theirs: null, ours: one.amount },
      ...{ outcome: kindOf(one) },
    }));
    return {
      before: reconciliation,
      after: {
        ...{ ...reconciliation, version: version + 1 },
        ...(isLast ? { status: 'done' as const, counts: countsWith(facts, rows) } : {}),
      },
      ...{ ...NOTHING_FOUND, action: isLast ? 'made' : 'compared', at, actor: actor.subject },
      lines: rows,
      forgetsMissing: after === null,
      breaks: missing.map((one) => {
        const difference = differenceOf(one);
        const known = breaks.get(identityOf(reconciliation, difference));
        const found = { reconciliation, owner: actor.subject, at, newId };
        return { before: known ?? null, after: breakOf(known, difference, found) };
      }),
    };
  }

  answer(
    { after: reconciliation, lines }: ReconciliationChange,
    { missing }: Facts,
    command: FindMissingCommand,
  ): Answer<MissingFound> {
    const last = missing.length < PAGE ? null : missing.at(-1)!.lastId;
    return ok({ after: last, found: command.found + lines.length, reconciliation });
  }

  private async factsOf(queries: LockingQueries, command: FindMissingCommand): Promise<Facts | undefined> {
    const { id, after, actor } = command;
    const reconciliation = await openReconciliation(queries, id);
    if (reconciliation === undefined) return undefined;
    const reach = await this.books.reachOf(actor, queries);
    const [missing, counts] = await Promise.all([
      this.books.missing(queries, reconciliation, { reach, after, limit: PAGE }),
      // What a comparison before found missing is forgotten with the first page.
      queries.query<Facts['counts'][number]>(sql`
        SELECT outcome, count(*)::int AS count FROM statement_line
        WHERE reconciliation_id = ${id} AND (line IS NOT NULL OR ${after}::uuid IS NOT NULL) GROUP BY outcome`),
    ]);
    const identities = missing.map((one) => identityOf(reconciliation, differenceOf(one)));
    return { reconciliation, missing, counts, breaks: await breaksFound(queries, identities) };
  }
}

function countsWith({ counts }: Facts, rows: readonly StoredStatementLine[]): Record<LineOutcome, number> {
  const all = { ...NO_COUNTS, ...Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])) };
  for (const { outcome } of rows) all[outcome] += 1;
  return all;
}
