import { Injectable } from '@nestjs/common';
import { compareLines, type ComparedLine, moneyKey, type StatementLine } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  type CommandKind,
  type LockingQueries,
  ok,
  type Queries,
  sql,
} from '@motcua/platform';
import { lockBankNumbers } from '../persistence/bank-numbers.js';
import { BREAKS, type StoredBreak } from '../persistence/breaks.js';
import type { LooseMoney } from '../persistence/loose-money.js';
import {
  NOTHING_FOUND,
  RECONCILIATION,
  type ReconciliationChange,
  RECONCILIATIONS,
  type StoredReconciliation,
} from '../persistence/reconciliations.js';
import type { StoredStatementLine } from '../persistence/statement-lines.js';
import { type Booked, isByNumber, type NamedOrder, StatementBooks } from './statement-books.js';
import type { FileLine } from './file-line.js';
import { breakOf, explained, identityOf } from './statement-break.js';

interface ComparePageCommand {
  readonly id: string;
  readonly lines: readonly FileLine[];
  readonly actor: Actor;
  readonly newId: () => string;
}

interface Facts {
  readonly reconciliation: StoredReconciliation;
  readonly booked: readonly Booked[];
  readonly orders: ReadonlyMap<string, NamedOrder>;
  readonly earlier: ReadonlyMap<string, number>;
  /** Breaks that these lines may speak of. */
  readonly breaks: ReadonlyMap<string, StoredBreak>;
}

type Compared = ComparedLine<FileLine, Booked>;

/** Breaks by what makes a repeat the same; no two pages of statements look for the same at once. */
export async function breaksFound(queries: Queries, identities: readonly string[]): Promise<Map<string, StoredBreak>> {
  const wanted = [...new Set(identities)];
  const [, found] = await Promise.all([
    queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('breaks of statements', 0))`),
    queries.query<StoredBreak>(sql`
      SELECT ${BREAKS.columns()} FROM payment_break WHERE identity = ANY (${wanted}) ORDER BY id FOR UPDATE`),
  ]);
  return new Map(found.map((one) => [one.identity, one]));
}

export const openReconciliation = async (
  queries: LockingQueries,
  id: string,
): Promise<StoredReconciliation | undefined> =>
  (
    await queries.query<StoredReconciliation>(
      sql`SELECT ${RECONCILIATIONS.columns()} FROM reconciliation WHERE id = ${id} FOR UPDATE ${queries.skipLocked}`,
    )
  )[0];

/** Compares one page of a statement with the books, and keeps what it says: all of the page, or nothing of it. */
@Injectable()
export class ComparePage implements CommandKind<ComparePageCommand, Facts, ReconciliationChange, null> {
  readonly aggregate = RECONCILIATION;

  constructor(private readonly books: StatementBooks) {}

  about({ id }: ComparePageCommand): string {
    return `reconciliation/${id}`;
  }

  facts(queries: LockingQueries, commands: readonly ComparePageCommand[]): Promise<readonly (Facts | undefined)[]> {
    return Promise.all(commands.map((command) => this.factsOf(queries, command)));
  }

  decide(facts: Facts, { lines, actor, newId }: ComparePageCommand, at: Temporal.Instant): ReconciliationChange {
    const { reconciliation, breaks } = facts;
    const compared = compareLines(lines, { ...facts, byNumber: isByNumber(reconciliation) });
    const found = { reconciliation, owner: actor.subject, at, newId };
    const of = (...outcomes: readonly Compared['outcome'][]): readonly Compared[] =>
      compared.filter(({ outcome }) => outcomes.includes(outcome));
    const entriesOf = (some: readonly Compared[]): string[] => some.flatMap(({ booked }) => booked?.entries ?? []);
    const changes = compared.flatMap((one) => {
      if (one.outcome === 'elsewhere') return [];
      if (one.outcome === 'matched') {
        return identitiesOf(reconciliation, one).flatMap((identity) => {
          const open = breaks.get(identity);
          return open?.status === 'open' ? [{ before: open, after: explained(open, found) }] : [];
        });
      }
      const difference = { ...differenceOf(one, facts), kind: one.outcome };
      const known = breaks.get(identityOf(reconciliation, difference));
      return [{ before: known ?? null, after: breakOf(known, difference, found) }];
    });
    return {
      ...{ before: reconciliation, after: { ...reconciliation, version: reconciliation.version + 1 } },
      ...{ ...NOTHING_FOUND, action: 'compared', at, actor: actor.subject },
      lines: compared.map((one) => stored(one, reconciliation)),
      seen: entriesOf(of('matched', 'amountDiffers', 'refundDiffers')),
      matched: entriesOf(of('matched')),
      breaks: changes,
      loose: of('unknownReference').flatMap((one) => looseOf(one, facts, { at, newId })),
      askNow: of('missingHere').map(({ line: { reference } }) => reference),
    };
  }

  answer(): Answer<null> {
    return ok(null);
  }

  private async factsOf(queries: LockingQueries, command: ComparePageCommand): Promise<Facts | undefined> {
    const { id, lines, actor } = command;
    const reconciliation = await openReconciliation(queries, id);
    if (reconciliation === undefined) return undefined;
    const reach = await this.books.reachOf(actor, queries);
    // A cashier who records one of these transfers comes before the page is read, or after it is written.
    if (isByNumber(reconciliation))
      await lockBankNumbers(
        queries,
        lines.map(({ transaction }) => transaction),
      );
    const [named, earlier] = await Promise.all([
      this.books.named(queries, reconciliation, lines, reach),
      earlierKeys(queries, reconciliation, lines),
    ]);
    const compared = compareLines(lines, { ...named, earlier, byNumber: isByNumber(reconciliation) });
    const breaks = await breaksFound(
      queries,
      compared.flatMap((one) => identitiesOf(reconciliation, one)),
    );
    return { reconciliation, ...named, earlier, breaks };
  }
}

/** How often the keys of these lines stood on earlier pages. */
async function earlierKeys(
  queries: LockingQueries,
  reconciliation: StoredReconciliation,
  lines: readonly FileLine[],
): Promise<ReadonlyMap<string, number>> {
  const byNumber = isByNumber(reconciliation);
  const named = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
  const rows = await queries.query<Omit<StatementLine, 'amount'>>(sql`
    SELECT direction, reference, transaction FROM statement_line
    WHERE reconciliation_id = ${reconciliation.id} AND n < ${lines[0]?.n ?? 0} AND line IS NOT NULL
      AND (reference = ANY (${named(lines.map(({ reference }) => reference))})
        OR transaction = ANY (${named(lines.map(({ transaction }) => transaction))}))`);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = moneyKey(row, { byNumber });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const differenceOf = ({ line, booked, repeats }: Compared, { orders }: Pick<Facts, 'orders'>) => ({
  ...{ reference: line.reference, transaction: line.transaction, line: line.line, repeats },
  ...{ ours: booked?.amount ?? null, theirs: line.amount },
  of: booked && !booked.isLoose ? booked : (orders.get(line.reference) ?? null),
});

/** Every break that an earlier statement, or a callback, may have made of this money. */
function identitiesOf(reconciliation: StoredReconciliation, one: Compared): readonly string[] {
  const { line, booked } = one;
  const said = { ...differenceOf(one, { orders: new Map() }), of: null };
  const kinds = ['missingHere', 'amountDiffers', 'unknownReference', 'refundDiffers'] as const;
  const ours = booked ? [booked.transaction, ''].map((transaction) => ({ ...booked, transaction })) : [];
  return [
    ...kinds.map((kind) => identityOf(reconciliation, { ...said, kind })),
    ...ours.flatMap(({ reference, transaction, amount }) => [
      identityOf(reconciliation, { kind: 'missingThere', reference, transaction, ours: amount, theirs: null }),
      // A payment back that the statement of its day did not list.
      ...(line.direction === 'out'
        ? [identityOf(reconciliation, { kind: 'refundDiffers', reference, transaction, ours: amount, theirs: null })]
        : []),
    ]),
  ];
}

const stored = (
  { line: { n, line, direction, reference, transaction, day, amount }, outcome, booked }: Compared,
  { id: reconciliationId }: StoredReconciliation,
): StoredStatementLine => ({
  ...{ reconciliationId, n, line, direction, reference, transaction, day, outcome },
  ...{ theirs: amount, ours: booked?.amount ?? null },
});

/** It is here whatever we think of it: in the books once, until an officer finds to which order it belongs. */
function looseOf(
  { line: { reference, transaction, amount }, booked, repeats }: Compared,
  { reconciliation, breaks }: Facts,
  { at, newId }: { readonly at: Temporal.Instant; readonly newId: () => string },
): LooseMoney[] {
  const said = { kind: 'unknownReference', reference, transaction, ours: null, theirs: amount, repeats } as const;
  const isKnown = breaks.has(identityOf(reconciliation, said));
  const more = amount - (booked?.amount ?? 0);
  if (isKnown || more <= 0) return [];
  return [
    {
      ...{
        id: newId(),
        version: 1,
        method: reconciliation.method,
        reference,
        transaction,
        amount: more,
        receivedAt: at,
      },
      ...{ status: 'open', orderId: null, allocatedAt: null, allocatedBy: null, note: null },
    },
  ];
}
