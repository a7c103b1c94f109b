import pg from 'pg';
import { type Cluster, SERVICES } from '@motcua/local-system';
import type { ChaosRecord } from '../record.js';
import { checkCommands, checkStatuses } from './acknowledged-commands.js';
import { checkAgreement } from './agreement.js';
import { checkChains } from './chains.js';
import { disagreeing, type Finding } from './finding.js';
import { checkMoney } from './money.js';
import { checkNumbers } from './numbers.js';
import { checkPortal } from './portal.js';
import { checkReactions } from './reactions.js';
import { repeatCommands } from './repeat-commands.js';
import { checkReportedFigures } from './reported-figures.js';
import { checkStatements } from './statements.js';
import { settle } from './settle.js';

export interface Verdict {
  readonly settledAfterSeconds: number;
  /** What was looked at, with what was found wrong with it. */
  readonly checks: readonly (readonly [what: string, findings: readonly Finding[]])[];
}

/** After everything has ended and nobody helps: the system comes to rest, and says what its clients know. */
export async function verify(cluster: Cluster, record: ChaosRecord, seconds: number): Promise<Verdict> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  try {
    const paid = [...cluster.platform.payments.values()]
      .filter(({ state }) => state === '1')
      .map(({ reference }) => reference);
    const settled = await settle(admin, cluster.broker.brokers, paid, seconds);
    const statements = await checkStatements(cluster, admin, record);
    const repeated = await repeatCommands(cluster, record);
    const schemas = SERVICES.map(({ name }) => name);
    const historyKey = cluster.secrets.of('history');
    const chains: Finding[] = [];
    for (const schema of schemas) chains.push(...(await checkChains(admin, schema, historyKey)));
    return {
      settledAfterSeconds: settled.seconds,
      checks: [
        ['at rest: outboxes empty, nothing kept, every listener at the end, no lag', settled.findings],
        ['a repeated command gets its answer again', repeated],
        ['each acknowledged command happened once, and nothing else', await checkCommands(admin, record)],
        ['dossiers have the status that their people know', await checkStatuses(admin, record)],
        ['each event was applied once where it is listened to', await checkReactions(admin)],
        ['the services agree', await checkAgreement(admin)],
        ['money adds up, and the platform agrees', await checkMoney(admin, cluster.platform, record)],
        ["the platform's own statement is what the books have", statements],
        ['the national portal holds what we hold', await checkPortal(admin, cluster)],
        ['the figures are those of the events', await checkReportedFigures(cluster.adminUrl)],
        ['codes, receipts and events are numbered without a hole', await checkNumbers(admin, schemas)],
        ['histories hold', chains],
        ['every answer was understood, and every command has one', stuck(record)],
        ['no answer that is a fault of ours', surprises(record)],
      ],
    };
  } finally {
    await admin.end();
  }
}

const stuck = ({ lives }: ChaosRecord): Finding[] =>
  lives.flatMap(({ stuck: why, number, dossierId }) =>
    why === null ? [] : [disagreeing(`dossier ${number} (${dossierId ?? 'no id'}): ${why}`)],
  );

const surprises = ({ surprises: all }: ChaosRecord): Finding[] =>
  [...all].map(([what, count]) => disagreeing(`${what} (${count} times)`));
