import type pg from 'pg';
import { compared, type Finding } from './finding.js';

/** An event of one service, and the line that its application leaves in another one's history. */
interface Reaction {
  readonly producer: string;
  readonly types: readonly string[];
  readonly consumer: string;
  readonly actions: readonly string[];
  /** Begins the actor of the lines. */
  readonly actor: string;
}

const reaction = (producer: string, types: string, consumer: string, actions: string, actor = 'system:'): Reaction => ({
  producer,
  types: types.split(' ').map((type) => `vn.motcua.${type}.v1`),
  consumer,
  actions: actions.split(' '),
  actor,
});

const REACTIONS: readonly Reaction[] = [
  reaction('intake', 'dossier.submitted', 'payment', 'assessed'),
  reaction('intake', 'dossier.accepted', 'workflow', 'opened', ''),
  reaction('intake', 'dossier.withdrawal-requested', 'workflow', 'withdrawn withdrawalRefused', ''),
  reaction('workflow', 'case.opened', 'intake', 'caseOpened'),
  reaction('workflow', 'case.started', 'intake', 'caseStarted'),
  reaction('workflow', 'case.step-changed', 'intake', 'caseStepChanged'),
  reaction('workflow', 'case.fee-demanded', 'intake', 'feeDemanded'),
  reaction('workflow', 'case.fee-demanded', 'payment', 'feeDemanded'),
  reaction('workflow', 'case.supplement-requested', 'intake', 'supplementRequested'),
  reaction('workflow', 'case.supplement-completed', 'intake', 'supplementCompleted'),
  reaction('workflow', 'case.supplement-rejected', 'intake', 'supplementRejected'),
  reaction('workflow', 'case.deadline-adjusted', 'intake', 'deadlineAdjusted'),
  reaction('workflow', 'case.result-issued', 'intake', 'resultIssued'),
  reaction('workflow', 'case.completed', 'intake', 'caseCompleted'),
  reaction('workflow', 'case.stopped', 'intake', 'stopped'),
  reaction('workflow', 'case.withdrawn', 'intake', 'withdrawn'),
  reaction('payment', 'payment.received', 'intake', 'paid'),
  reaction('payment', 'payment.break-found', 'intake', 'paymentBreakFound'),
  reaction('payment', 'payment.reversed', 'intake', 'paymentReversed'),
];

const EVENTS = (schema: string): string =>
  `SELECT key AS dossier, count(*) AS n FROM ${schema}.outbox WHERE type = ANY ($1) GROUP BY 1`;
const LINES = (schema: string): string => `
  SELECT regexp_replace(aggregate, '^[^/]+/', '') AS dossier, count(*) AS n FROM ${schema}.history
  WHERE action = ANY ($1) AND actor LIKE $2 GROUP BY 1`;

type Counted = { dossier: string; n: string };

/** What one service has recorded happened once in the other: neither fewer lines than events, nor more. */
export async function checkReactions(admin: pg.Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { producer, types, consumer, actions, actor } of REACTIONS) {
    const events = await admin.query<Counted>(EVENTS(producer), [types]);
    const lines = await admin.query<Counted>(LINES(consumer), [actions, `${actor}%`]);
    const recorded = new Map(events.rows.map(({ dossier, n }) => [dossier, Number(n)]));
    const applied = new Map(lines.rows.map(({ dossier, n }) => [dossier, Number(n)]));
    for (const dossier of new Set([...recorded.keys(), ...applied.keys()]))
      findings.push(
        ...compared(
          `${consumer}: ${actions.join(' or ')} of ${dossier} (${types.join(' or ')})`,
          applied.get(dossier) ?? 0,
          recorded.get(dossier) ?? 0,
        ),
      );
  }
  return findings;
}
