import type pg from 'pg';
import type { ChaosRecord } from '../record.js';
import { compared, disagreeing, type Finding } from './finding.js';

/** Where each command leaves its line, and what the line is called. Its actor is a person. */
const LINES: Readonly<Record<string, readonly [schema: string, action: string | ((status: string) => string)]>> = {
  draft: ['intake', 'drafted'],
  paper: ['intake', 'fileAttached'],
  submission: ['intake', 'submitted'],
  supplementAsked: ['intake', 'supplementRequested'],
  supplementGiven: ['intake', 'supplementCompleted'],
  caseSupplementGiven: ['intake', 'supplementGiven'],
  withdrawal: ['intake', 'withdrawn'],
  caseWithdrawal: ['intake', 'withdrawalRequested'],
  refusal: ['intake', 'refused'],
  acceptance: ['intake', 'accepted'],
  return: ['intake', 'returned'],
  order: ['payment', 'orderPlaced'],
  cash: ['payment', 'confirmationTaken'],
  transfer: ['payment', 'confirmationTaken'],
  reversalProposed: ['payment', 'reversalProposed'],
  reversalApproved: ['payment', 'entryReversed'],
  refundProposed: ['payment', 'refundProposed'],
  refundApproved: ['payment', 'refundApproved'],
  refundPaidOut: ['payment', 'refundPaidOut'],
  drawerDeposit: ['payment', 'deposited'],
  // Without a difference a count closes the day.
  drawerCounted: ['payment', (status) => status],
  drawerConfirmed: ['payment', (status) => (status === 'open' ? 'sentBack' : status)],
  caseSupplementAsked: ['workflow', 'supplementRequested'],
  feeDemanded: ['workflow', 'feeDemanded'],
  stop: ['workflow', 'stopped'],
  result: ['workflow', 'resultAdded'],
  completion: ['workflow', 'taskCompleted'],
};

async function lines(admin: pg.Client, schema: string): Promise<Map<string, number>> {
  const { rows } = await admin.query<{ dossier: string; action: string; n: string }>(
    `SELECT regexp_replace(aggregate, '^[^/]+/', '') AS dossier, action, count(*) AS n FROM ${schema}.history
     WHERE actor NOT LIKE 'system:%' GROUP BY 1, 2`,
  );
  return new Map(rows.map(({ dossier, action, n }) => [`${dossier} ${action}`, Number(n)]));
}

/** Every command that a client was told has happened left one line in its service's history; what nobody was told of, none. */
export async function checkCommands(admin: pg.Client, record: ChaosRecord): Promise<Finding[]> {
  const schemas = ['intake', 'workflow', 'payment'];
  const found = new Map<string, Map<string, number>>();
  for (const schema of schemas) found.set(schema, await lines(admin, schema));
  const expected = new Map<string, Map<string, number>>(schemas.map((schema) => [schema, new Map()]));
  for (const { kind, dossierId, body } of record.acknowledged) {
    const line = LINES[kind];
    if (!line) continue;
    const [schema, left] = line;
    const action = typeof left === 'string' ? left : left((body as { status: string }).status);
    const id = dossierId ?? (body as { id: string }).id;
    const counts = expected.get(schema)!;
    counts.set(`${id} ${action}`, (counts.get(`${id} ${action}`) ?? 0) + 1);
  }
  const known = new Set([
    ...Object.values(LINES).flatMap(([schema, action]) => (typeof action === 'string' ? [`${schema} ${action}`] : [])),
    ...['counted', 'closed', 'sentBack'].map((action) => `payment ${action}`),
  ]);
  return schemas.flatMap((schema) => {
    const [told, there] = [expected.get(schema)!, found.get(schema)!];
    return [...new Set([...told.keys(), ...there.keys()])]
      .filter((line) => known.has(`${schema} ${line.split(' ')[1]}`))
      .flatMap((line) => compared(`${schema}: ${line}`, there.get(line) ?? 0, told.get(line) ?? 0));
  });
}

/** A dossier has a status that follows from what its people were told. */
export async function checkStatuses(admin: pg.Client, record: ChaosRecord): Promise<Finding[]> {
  const { rows } = await admin.query<{ id: string; status: string; code: string | null }>(
    'SELECT id, status, code FROM intake.dossier',
  );
  const dossiers = new Map(rows.map((row) => [row.id, row]));
  const known = record.lives.filter(({ dossierId }) => dossierId !== null);
  return [
    ...compared('dossiers', rows.length, known.length),
    ...known.flatMap(({ dossierId, statuses, code }) => {
      const dossier = dossiers.get(dossierId!);
      if (!dossier) return [{ is: 'lost' as const, what: `dossier ${dossierId}` }];
      return [
        ...(statuses.includes(dossier.status)
          ? []
          : [disagreeing(`dossier ${dossierId} is ${dossier.status}; its people know ${statuses.join(' or ')}`)]),
        ...(code === null || code === dossier.code
          ? []
          : [disagreeing(`dossier ${dossierId} has the code ${dossier.code}; its people received ${code}`)]),
      ];
    }),
  ];
}
