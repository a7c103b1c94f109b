import { LINE_OUTCOMES, type LineOutcome } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import { type Actor, type CommandKind, ok, sql } from '@motcua/platform';
import {
  NOTHING_FOUND,
  RECONCILIATION,
  type ReconciliationChange,
  RECONCILIATIONS,
  type StoredReconciliation,
} from '../persistence/reconciliations.js';
import type { PaymentCode } from '../problems.js';
import type { StatementFormat } from '../statement-files/statement-file.js';
import type { WholeStatement } from './read-whole.js';
import type { StatementMethod } from './reconcile-statement.query.js';

export interface OpenReconciliation {
  readonly id: string;
  readonly method: StatementMethod;
  readonly format: StatementFormat;
  readonly file: { readonly sha256: string; readonly name: string };
  readonly says: WholeStatement;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly actor: Actor;
}

interface Facts {
  readonly sameContent: StoredReconciliation | undefined;
  /** The bank's number of the statement is known, whatever it held. */
  readonly sameNumber: StoredReconciliation | undefined;
}

export const NO_COUNTS = Object.fromEntries(LINE_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
  LineOutcome,
  number
>;

const agenciesOfOfficer = ({ agency }: Actor): string[] => (agency === undefined ? [] : [agency]);

/**
 * A statement is imported once by each agency, however often it comes: the same file is compared again, with the same id. The same
 * number of the bank over other lines is refused: one of the two is not the bank's.
 */
export const OPEN_RECONCILIATION: CommandKind<OpenReconciliation, Facts, ReconciliationChange, StoredReconciliation> = {
  aggregate: RECONCILIATION,
  about: ({ method }) => `statements/${method}`,
  facts: (queries, commands) =>
    Promise.all(
      commands.map(async ({ method, file: { sha256 }, says: { statement, account }, actor }) => {
        const [, known] = await Promise.all([
          queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`statements ${method}`}, 0))`),
          queries.query<StoredReconciliation>(sql`
            SELECT ${RECONCILIATIONS.columns()} FROM reconciliation WHERE method = ${method} AND agencies = ${agenciesOfOfficer(actor)}::text[]
              AND (sha256 = ${sha256} OR (${statement} <> '' AND account = ${account} AND statement = ${statement}))
            ORDER BY id`),
        ]);
        const sameContent = known.find((one) => one.sha256 === sha256);
        return { sameContent, sameNumber: known.find((one) => one.sha256 !== sha256) };
      }),
    ),
  decide: ({ sameContent: before, sameNumber }, command, at) => {
    const { id, method, format, file, says, from, until, actor } = command;
    const opened = { action: 'opened', ...NOTHING_FOUND, at, actor: actor.subject } as const;
    if (before) {
      const after = { ...before, version: before.version + 1, status: 'comparing', counts: NO_COUNTS } as const;
      return { before, after, ...opened };
    }
    if (sameNumber) {
      const { id: reconciliationId, statement } = sameNumber;
      throw new Refusal<PaymentCode>('PAYMENT.STATEMENT_DIFFERS', { reconciliationId, statement });
    }
    const { statement, account, lines } = says;
    return {
      before: null,
      after: {
        ...{
          id,
          version: 1,
          status: 'comparing',
          madeAt: at,
          madeBy: actor.subject,
          method,
          fromAt: from,
          untilAt: until,
        },
        ...{ format, fileName: file.name, sha256: file.sha256, statement, account, lines, counts: NO_COUNTS },
        agencies: agenciesOfOfficer(actor),
      },
      ...opened,
    };
  },
  answer: ({ after }) => ok(after),
};
