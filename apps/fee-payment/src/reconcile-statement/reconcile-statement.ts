import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import {
  type PaymentMethod,
  type ReconciledRow,
  reconcile,
  RECONCILIATION_OUTCOMES,
  type ReconciliationOutcome,
  type StatementRow,
} from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  type Answer,
  type CommandKind,
  created,
  type LockingQueries,
  permittedReach,
  sql,
} from '@motcua/platform';
import { RECONCILIATION, type ReconciliationChange } from '../persistence/reconciliations.js';
import type { PaymentCode } from '../problems.js';
import type { ReconciliationView } from './reconciliation.view.js';
import { reconciliationView } from './show-reconciliation.js';

interface ReconcileStatementCommand {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly rows: readonly StatementRow[];
  readonly actor: Actor;
}

/** What is booked under a reference and a number, with the entries that make it up. */
interface Booked extends StatementRow {
  readonly entries: readonly string[];
}

/**
 * Compares a statement of the other side with the ledger, and names each difference. A cashier reaches only the money of the
 * own agency and those below it, whatever the statement names.
 */
@Injectable()
export class ReconcileStatement implements CommandKind<
  ReconcileStatementCommand,
  readonly Booked[],
  ReconciliationChange,
  ReconciliationView
> {
  readonly aggregate = RECONCILIATION;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: ReconcileStatementCommand): string {
    return `reconciliation/${id}`;
  }

  facts(
    queries: LockingQueries,
    commands: readonly ReconcileStatementCommand[],
  ): Promise<readonly (readonly Booked[])[]> {
    return Promise.all(commands.map((command) => this.bookedFor(queries, command)));
  }

  decide(ours: readonly Booked[], command: ReconcileStatementCommand, at: Temporal.Instant): ReconciliationChange {
    const { id, method, from, until, rows: theirs, actor } = command;
    if (Temporal.Instant.compare(from, until) >= 0) {
      throw new Refusal<PaymentCode>('PAYMENT.PERIOD_EMPTY', { from: from.toString(), until: until.toString() });
    }
    const rows = reconcile(ours, theirs);
    const of = (wanted: ReconciliationOutcome): readonly ReconciledRow[] =>
      rows.filter(({ outcome }) => outcome === wanted);
    const matched = new Set(of('matched').map(keyOf));
    return {
      made: {
        ...{ id, method, rows, fromAt: from, untilAt: until, madeAt: at, madeBy: actor.subject },
        counts: Object.fromEntries(RECONCILIATION_OUTCOMES.map((outcome) => [outcome, of(outcome).length])) as Record<
          ReconciliationOutcome,
          number
        >,
        agencies: actor.agency === undefined ? [] : [actor.agency],
      },
      matched: ours.filter((row) => matched.has(keyOf(row))).flatMap(({ entries }) => entries),
      askNow: of('onlyTheirs').map(({ reference }) => reference),
    };
  }

  answer({ made }: ReconciliationChange): Answer<ReconciliationView> {
    return created(reconciliationView(made), { version: 1, location: `/payment/v1/reconciliations/${made.id}` });
  }

  /**
   * What the statement names, whenever it came, also where it is of no dossier yet; and of the period, all. What was entered by
   * mistake and undone is not ours.
   */
  private async bookedFor(
    queries: LockingQueries,
    { method, from, until, rows, actor }: ReconcileStatementCommand,
  ): Promise<readonly Booked[]> {
    const reach = permittedReach(actor, 'payment.reconcile');
    const subtree = reach === 'all' ? null : await this.agencies.subtrees(agenciesOf(actor), queries);
    const named = [...new Set(rows.map(({ reference }) => reference))];
    return queries.query<Booked>(sql`
      SELECT reference, transaction, sum(amount)::bigint AS amount, coalesce(array_agg(id) FILTER (WHERE is_entry), '{}') AS entries
      FROM (
        SELECT id, reference, transaction, CASE kind WHEN 'reversal' THEN -amount ELSE amount END AS amount, true AS is_entry FROM ledger_entry
        WHERE method = ${method} AND kind <> 'refund' AND (${subtree}::text[] IS NULL OR agencies && ${subtree}::text[])
          AND (reference = ANY (${named}) OR (at >= ${from} AND at < ${until}))
        UNION ALL
        SELECT id, reference, transaction, amount, false FROM loose_money
        WHERE status = 'open' AND method = ${method} AND reference = ANY (${named})
      ) AS here
      GROUP BY reference, transaction HAVING sum(amount) > 0 ORDER BY min(id::text)`);
  }
}

const keyOf = ({ reference, transaction }: Pick<StatementRow, 'reference' | 'transaction'>): string =>
  JSON.stringify([reference, transaction]);
