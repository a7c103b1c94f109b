import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { copyDraft, type DraftTemplate, idOfCopy } from './drafts.js';
import { type Answered, KeepAlive, requestText, sendMany } from './keep-alive.js';
import { type PgbenchResult, prepareReference, runPgbench, type WrittenBySubmission } from './pgbench.js';
import { postgresOf } from './running-system.js';

const submissionText = (token: string, { version }: DraftTemplate, id: string, key: string): string =>
  requestText('POST', `/intake/v1/dossiers/${id}/submission`, {
    authorization: `Bearer ${token}`,
    'if-match': `"${version}"`,
    'idempotency-key': key,
  });

/** One side of the comparison: a server that takes submissions, and the database that is behind it. */
export interface SubmissionBench {
  readonly admin: pg.Client;
  readonly url: string;
  readonly token: string;
  readonly template: DraftTemplate;
  readonly everyService: boolean;
}

let batches = 0;

export async function submitMany(
  { admin, url, token, template }: SubmissionBench,
  clients: number,
  count: number,
): Promise<Answered> {
  const batch = (batches += 1);
  await admin.query('SET search_path = intake');
  await copyDraft(admin, template, batch, count);
  await admin.query('CHECKPOINT');
  return sendMany(url, clients, count, 201, (n) => submissionText(token, template, idOfCopy(batch, n), randomUUID()));
}

export async function insertMany(
  folder: string,
  admin: pg.Client,
  template: DraftTemplate,
  written: WrittenBySubmission,
  clients: number,
  count: number,
): Promise<PgbenchResult> {
  const batch = (batches += 1);
  await admin.query('SET search_path = bench');
  await copyDraft(admin, template, batch, count);
  await admin.query('CHECKPOINT');
  return runPgbench(folder, await postgresOf(folder), { written, clients, batch, count });
}

export async function readWritten(bench: SubmissionBench): Promise<WrittenBySubmission> {
  const { admin, url, token, template } = bench;
  const batch = (batches += 1);
  await admin.query('SET search_path = intake');
  await copyDraft(admin, template, batch, 1);
  const client = await KeepAlive.open(url);
  const key = randomUUID();
  const reply = await client.send(submissionText(token, template, idOfCopy(batch, 0), key));
  client.close();
  if (reply.status !== 201) throw new Error(`the first submission was answered ${reply.status}: ${reply.body}`);
  return prepareReference(admin, idOfCopy(batch, 0), key, [template.id]);
}
