import { Injectable } from '@nestjs/common';
import { newId, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, DiskFileStore, receiveUpload } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { withoutKey } from '../gateway/without-key.js';
import { PaymentConfig } from '../payment.config.js';
import type { StoredReconciliation } from '../persistence/reconciliations.js';
import type { PaymentCode } from '../problems.js';
import { readStatement } from '../statement-files/read-statement.js';
import { ComparePage } from './compare-page.js';
import type { FileLine } from './file-line.js';
import { FindMissing, type FindMissingCommand, type MissingFound } from './find-missing.js';
import { OPEN_RECONCILIATION } from './open-reconciliation.js';
import { readWhole, type WholeStatement } from './read-whole.js';
import type { ReconcileStatementQuery } from './reconcile-statement.query.js';
import type { ReconciliationView } from './reconciliation.view.js';
import { reconciliationView } from './show-reconciliation.js';

const PAGE = 500;
const ZONE = 'Asia/Ho_Chi_Minh';

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(ZONE).toInstant();

/**
 * Imports a statement and compares it with the books. The file is read twice, from the disk: first whole, so that a bad line
 * refuses all of it; then a page at a time, each of which is compared and kept by itself. A process that dies leaves the pages that
 * were done, and the same file goes on from there.
 */
@Injectable()
export class ReconcileStatement {
  private readonly staging: DiskFileStore;

  constructor(
    private readonly commands: Commands,
    private readonly config: PaymentConfig,
    private readonly comparePage: ComparePage,
    private readonly findMissing: FindMissing,
  ) {
    this.staging = new DiskFileStore(config.statementStaging);
  }

  async execute(
    request: FastifyRequest,
    query: ReconcileStatementQuery,
    actor: Actor,
  ): Promise<Answer<ReconciliationView>> {
    const upload = await receiveUpload(request, this.staging, {
      maxBytes: this.config.statementMaxBytes,
      allowed: 'any',
    });
    try {
      const { path, sha256, name } = upload;
      const says = await readWhole(path, query.format);
      const period = periodOf(query, says);
      const { method, format } = query;
      const opening = { id: newId(), method, format, file: { sha256, name }, says, ...period, actor };
      const { id } = await withoutKey(async () => {
        const { body } = await this.commands.run(OPEN_RECONCILIATION, opening);
        return body;
      });
      for await (const lines of pagesOf(path, query)) {
        await withoutKey(() => this.commands.run(this.comparePage, { id, lines, actor, newId }));
      }
      const done = await this.findAllMissing(id, actor);
      const location = `/payment/v1/reconciliations/${id}`;
      return created(reconciliationView(done), { version: done.version, location });
    } finally {
      await upload.discard();
    }
  }

  private missingPage(command: FindMissingCommand): Promise<MissingFound> {
    return withoutKey(async () => (await this.commands.run(this.findMissing, command)).body);
  }

  private async findAllMissing(id: string, actor: Actor): Promise<StoredReconciliation> {
    let [after, found]: [string | null, number] = [null, 0];
    for (;;) {
      const page: MissingFound = await this.missingPage({ id, after, found, actor, newId });
      if (page.after === null) return page.reconciliation;
      ({ after, found } = page);
    }
  }
}

/** @throws Refusal PAYMENT.PERIOD_EMPTY, also where neither the request nor the file says it */
function periodOf(
  query: ReconcileStatementQuery,
  says: WholeStatement,
): { from: Temporal.Instant; until: Temporal.Instant } {
  const [from, to] = [query.from ?? says.from, query.to ?? says.to];
  if (from === null || to === null || from > to) throw new Refusal<PaymentCode>('PAYMENT.PERIOD_EMPTY', { from, to });
  return { from: startOf(Temporal.PlainDate.from(from)), until: startOf(Temporal.PlainDate.from(to).add({ days: 1 })) };
}

async function* pagesOf(path: string, { format }: ReconcileStatementQuery): AsyncGenerator<readonly FileLine[]> {
  let page: FileLine[] = [];
  let n = 0;
  for await (const part of readStatement(path, format)) {
    if (part.is !== 'line') continue;
    n += 1;
    const { line, direction, reference, transaction, amount, day } = part;
    page.push({ n, line, direction, reference, transaction, amount, day });
    if (page.length === PAGE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
