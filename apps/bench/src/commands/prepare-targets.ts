import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { PaymentPlatform } from '@motcua/payment-platform-simulator';
import { PAYMENT_PARTNER, PAYMENT_SECRET } from '@motcua/local-system';
import { Secrets } from '@motcua/development-issuer';
import { caughtUp } from '../caught-up.js';
import { copyDraft, type DraftTemplate, idOfCopy, makeDraft, prefixOf, toOneOffice } from '../drafts.js';
import { requestText, sendMany } from '../keep-alive.js';
import { tokenOf } from '../running-system.js';
import type { ServiceAlone } from '../service-alone.js';
import type { Names } from './replay.js';

const WITHOUT_FEE = '1.001193';
const WITH_FEE = '1.001686';
const CLIENTS = 32;
const [CASES, ORDERS] = [9001, 9002];

/** Something that a command can be done to once. */
export interface Target {
  /** The request, with a key of its own each time. */
  readonly request: () => string;
  readonly names: Names;
}

/** A kind of command with what it is done to. */
export interface PreparedCommand {
  readonly what: string;
  readonly service: ServiceAlone;
  /** Of an answer. */
  readonly status: number;
  readonly targets: readonly Target[];
  /** What it makes besides ids that is there once only. */
  readonly numbers?: RegExp;
}

interface Row {
  readonly id: string;
  readonly version: number;
}

interface TaskRow extends Row {
  readonly dossierId: string;
}

interface Asking {
  readonly path: string;
  readonly version?: number;
  readonly json?: object;
}

const post = (token: string, { path, version, json }: Asking): string =>
  requestText(
    'POST',
    path,
    {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    json,
  );

/**
 * Brings dossiers, in a whole running system, to where each kind of command can be done to `count` of them: nothing is
 * measured here.
 */
export async function prepareTargets(
  folder: string,
  url: string,
  admin: Client,
  count: number,
): Promise<PreparedCommand[]> {
  const template = await makeDraft(url, WITHOUT_FEE);
  const { citizen, clerk, leader } = template.participants;
  const [ofCitizen, ofClerk, ofLeader] = [
    await tokenOf(url, citizen.subject),
    await tokenOf(url, clerk.subject),
    await tokenOf(url, leader.subject),
  ];
  const doAll = async (token: string, asked: readonly Asking[]): Promise<void> => {
    await sendMany(url, CLIENTS, asked.length, 201, (n) => post(token, asked[n]!));
    await caughtUp(admin, true);
  };
  const rows = async <R extends Row>(sql: string, batch: number): Promise<R[]> =>
    (await admin.query<R>(sql, [`${prefixOf(batch)}%`])).rows;
  const submitted = async (from: DraftTemplate, batch: number, many: number): Promise<Row[]> => {
    await copyDraft(admin, from, batch, many);
    await toOneOffice(admin, from, batch);
    await doAll(
      ofCitizen,
      Array.from({ length: many }, (_, n) => ({
        path: `/intake/v1/dossiers/${idOfCopy(batch, n)}/submission`,
        version: from.version,
      })),
    );
    return rows('SELECT id, version FROM intake.dossier WHERE id::text LIKE $1 ORDER BY id', batch);
  };
  const acceptance = ({ id, version }: Row): Asking => ({
    path: `/intake/v1/dossiers/${id}/acceptance`,
    version,
    json: {},
  });
  const claim = ({ id, version }: Row): Asking => ({ path: `/workflow/v1/tasks/${id}/claim`, version });
  const openTasks = (): Promise<TaskRow[]> =>
    rows(
      `SELECT id, version, dossier_id AS "dossierId" FROM workflow.task WHERE state = 'open' AND dossier_id::text LIKE $1
        ORDER BY dossier_id`,
      CASES,
    );

  const dossiers = await submitted(template, CASES, 3 * count);
  await doAll(ofClerk, dossiers.slice(count).map(acceptance));
  await doAll(ofLeader, (await openTasks()).slice(count).map(claim));
  const tasks = await openTasks();
  const target = (names: Names, token: string, asked: Asking): Target => ({ names, request: () => post(token, asked) });
  const ofTask = (task: TaskRow, asked: Asking): Target => target([task.id, task.dossierId], ofLeader, asked);
  return [
    {
      what: 'Draft',
      service: 'intake',
      status: 201,
      targets: Array.from({ length: count }, () =>
        target([], ofCitizen, { path: '/intake/v1/dossiers', json: template.draft }),
      ),
    },
    {
      what: 'Acceptance',
      service: 'intake',
      status: 201,
      targets: dossiers.slice(0, count).map((row) => target([row.id], ofClerk, acceptance(row))),
    },
    {
      what: 'Claim of a task',
      service: 'workflow',
      status: 201,
      targets: tasks.slice(0, count).map((task) => ofTask(task, claim(task))),
    },
    {
      what: 'Completion of a task',
      service: 'workflow',
      status: 201,
      targets: tasks.slice(count, 2 * count).map((task) =>
        ofTask(task, {
          path: `/workflow/v1/tasks/${task.id}/completion`,
          version: task.version,
          json: { outcome: 'forward' },
        }),
      ),
    },
    await callbacks(folder, admin, url, ofCitizen, await submitted(await makeDraft(url, WITH_FEE), ORDERS, count)),
  ];
}

interface OrderRow {
  readonly id: string;
  readonly dossierId: string;
  readonly reference: string;
  readonly amount: number;
}

/** Signed callbacks of the payment platform, each about an order of its own. */
async function callbacks(
  folder: string,
  admin: Client,
  url: string,
  token: string,
  dossiers: readonly Row[],
): Promise<PreparedCommand> {
  const path = '/payment/v1/orders';
  await sendMany(url, 1, dossiers.length, 201, (n) =>
    post(token, { path, json: { dossierId: dossiers[n]!.id, method: 'nationalPlatform' } }),
  );
  await caughtUp(admin, true);
  const { rows: orders } = await admin.query<OrderRow>(
    `SELECT id, dossier_id AS "dossierId", reference, amount::float8 FROM payment.payment_order WHERE dossier_id::text LIKE $1 ORDER BY id`,
    [`${prefixOf(ORDERS)}%`],
  );
  const transactionOf = (n: number): string => `GD20261201${String(n).padStart(10, '0')}`;
  const platform = new PaymentPlatform({
    partner: PAYMENT_PARTNER,
    secret: (await Secrets.of(folder)).of(PAYMENT_SECRET),
    known: orders.map(({ reference, amount }, n) => ({
      reference,
      amount,
      description: '',
      bill: '',
      state: '1',
      transaction: transactionOf(n),
      paidAt: '20261201080000',
    })),
  });
  return {
    what: 'Signed callback of a payment',
    service: 'payment',
    status: 200,
    // Of its receipt.
    numbers: /H[\d.]+-[A-Z]+-\d{2}-\d{7}/g,
    targets: orders.map(({ id, dossierId, reference }, n) => ({
      names: [id, dossierId, reference, transactionOf(n)],
      request: () =>
        requestText(
          'POST',
          '/payment/v1/gateways/national-platform/confirmations',
          {},
          platform.confirmationOf(reference),
        ),
    })),
  };
}
