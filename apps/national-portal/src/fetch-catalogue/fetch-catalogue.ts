import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { canonicalJson, Commands, Database, type Sql, sql, UnitOfWork } from '@motcua/platform';
import {
  CATALOGUE_FETCHES,
  type CatalogueFetch,
  type FetchFault,
  type FetchStep,
} from '../catalogue-fetches/catalogue-fetches.js';
import { type ListService, NationalPortal } from '../exchange/national-portal.js';
import type { PortalAnswer } from '../exchange/portal-answer.js';
import { PortalConfig } from '../portal.config.js';
import { ourItem } from '../portal-lists/our-item.js';
import { KeepListedCodes } from '../portal-lists/keep-listed-codes.js';
import { type ListKind, readList } from '../portal-lists/read-list.js';
import type { CodeMaps } from '../record/code-maps.js';
import { Outbound } from '../send-records/outbound.js';
import { pauseAfter } from '../send-records/pause-after.js';
import { ASK_FOR_REGISTER } from './ask-for-register.js';
import { NotAnswered } from './not-answered.js';
import { TELL_PROCEDURE } from './tell-procedure.js';

/** Calls in a row that may stay unanswered, with pauses of up to five minutes, before a list is done without. */
const MOST_ATTEMPTS = 100;
/** How often a procedure is asked for in one look. */
const MOST_TRIES = 8;
const MOST_FAULTS = 200;

const LISTS: Readonly<
  Record<Exclude<FetchStep, 'details'>, { kind: ListKind; service: ListService; next: FetchStep }>
> = {
  agencies: { kind: 'agency', service: 'LayDanhMucCoQuan', next: 'fields' },
  fields: { kind: 'field', service: 'LayDanhMucLinhVuc', next: 'procedures' },
  procedures: { kind: 'procedure', service: 'LayDanhSachTTHC', next: 'details' },
};

const READ = sql`SELECT ${CATALOGUE_FETCHES.columns()} FROM catalogue_fetch`;
// A page has been done: whoever finds this look unfinished begins behind it.
const advanceStatement = (id: string, step: FetchStep, complete: boolean, faults: readonly unknown[]): Sql => sql`
  UPDATE catalogue_fetch SET step = ${step}, attempts = 0, complete = ${complete},
    due_at = clock_timestamp() + interval '10 minutes',
    faults = CASE WHEN jsonb_array_length(faults) < ${MOST_FAULTS}::int THEN faults || ${JSON.stringify(faults)}::jsonb ELSE faults END,
    listed = (SELECT count(*) FROM portal_procedure WHERE listed_in = ${id}),
    fetched = (SELECT count(*) FROM portal_procedure WHERE fetched_in = ${id}),
    changed = (SELECT count(*) FROM portal_procedure WHERE changed_in = ${id} AND NOT gone),
    gone = (SELECT count(*) FROM portal_procedure WHERE changed_in = ${id} AND gone)
  WHERE id = ${id}`;
const POSTPONE = `
  UPDATE catalogue_fetch SET attempts = attempts + 1, due_at = clock_timestamp() + $2::int * interval '1 ms' WHERE id = $1`;
const FINISH = `UPDATE catalogue_fetch SET state = 'done', finished_at = $2, due_at = NULL, version = version + 1 WHERE id = $1`;

const LOST = `
  SELECT count(*) AS known, count(*) FILTER (WHERE code NOT IN (SELECT code FROM jsonb_to_recordset($1::jsonb) AS r (code text))) AS lost
  FROM portal_procedure WHERE revision > 0 AND NOT gone`;
const LIST = `
  INSERT INTO portal_procedure (code, name, listed_in, tries, gone, revision)
  SELECT code, name, $2, 0, false, 0 FROM jsonb_to_recordset($1::jsonb) AS r (code text, name text)
  ON CONFLICT (code) DO UPDATE SET listed_in = excluded.listed_in, tries = 0`;
const PAGE = `
  SELECT code, name FROM portal_procedure WHERE listed_in = $1 AND fetched_in IS DISTINCT FROM $1 ORDER BY tries, code LIMIT $2`;
const FETCHED = 'UPDATE portal_procedure SET fetched_in = $1 WHERE code = ANY ($2)';
const TRIED = `UPDATE portal_procedure SET tries = tries + 1 WHERE code = ANY ($1) RETURNING code, tries`;
const GONE = `SELECT code FROM portal_procedure WHERE listed_in <> $1 AND revision > 0 AND NOT gone ORDER BY code LIMIT 50`;

interface Listed {
  readonly code: string;
  readonly name: string;
}

type Asked = Listed & { readonly answer: Awaited<ReturnType<NationalPortal['findProcedure']>> };

const faultOf = (service: string, procedure: string | null, { kind, code, message }: PortalAnswer): FetchFault => ({
  code: kind === 'unanswered' ? 'NOT_ANSWERED' : 'REFUSED',
  service,
  procedure,
  message: `${code} ${message}`.trim(),
});

/**
 * Looks at what the portal publishes, step by step and page by page; each page is committed before the next is asked for, so
 * that whoever goes on after a crash asks for nothing twice and tells nothing twice.
 */
@Injectable()
export class FetchCatalogue {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: Commands,
    private readonly portal: NationalPortal,
    private readonly outbound: Outbound,
    private readonly listedCodes: KeepListedCodes,
    private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Until it is done, the portal does not answer, or the process is to stop. */
  async run(id: string, stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const [fetch] = await this.database.query<CatalogueFetch>(sql`${READ} WHERE id = ${id}`);
      if (!fetch || fetch.state === 'done') return;
      try {
        await this.goOn(fetch);
      } catch (error) {
        if (!(error instanceof NotAnswered)) throw error;
        const pauseMs = pauseAfter(fetch.attempts + 1, this.config.retryMaxSeconds);
        await this.database.query(POSTPONE, [id, pauseMs]);
        return;
      }
    }
  }

  private goOn(fetch: CatalogueFetch): Promise<void> {
    return fetch.step === 'details' ? this.page(fetch) : this.list(fetch, fetch.step);
  }

  private async list(fetch: CatalogueFetch, step: Exclude<FetchStep, 'details'>): Promise<void> {
    const { kind, service, next } = LISTS[step];
    const answer = await this.portal.list(service);
    if (!answer.answered) {
      if (answer.answer.kind === 'unanswered' && fetch.attempts + 1 < MOST_ATTEMPTS) throw new NotAnswered();
      return this.advance(fetch, next, [faultOf(service, null, answer.answer)]);
    }
    const { codes, unreadable } = readList(kind, answer.found);
    const fault = (code: FetchFault['code'], message: string): FetchFault => ({
      code,
      service,
      procedure: null,
      message,
    });
    const faults = unreadable === 0 ? [] : [fault('ROWS_UNREADABLE', `${unreadable} of ${answer.found.length} rows`)];
    // Nothing is nothing that could be believed: what was known stays.
    if (codes.length === 0) return this.advance(fetch, next, [...faults, fault('EMPTY_LIST', 'the list has no codes')]);
    if (kind !== 'procedure') {
      await this.listedCodes.keep(kind, codes, unreadable === 0);
      return this.advance(fetch, next, faults);
    }
    const { known, lost } = await this.lost(codes);
    const shrank = lost * 2 > known && !fetch.acceptShrunk;
    const believed = !shrank && unreadable === 0;
    await this.listedCodes.keep(kind, codes, believed);
    await this.database.query(LIST, [JSON.stringify(codes), fetch.id]);
    if (shrank) faults.push(fault('LIST_SHRANK', `${lost} of ${known} procedures are not on the list any more`));
    await this.advance({ ...fetch, complete: believed }, next, faults);
  }

  private async lost(codes: readonly Listed[]): Promise<{ readonly known: number; readonly lost: number }> {
    const [row] = await this.database.query<{ known: number; lost: number }>(LOST, [JSON.stringify(codes)]);
    return row!;
  }

  /** As many procedures as may be asked for at once. */
  private async page(fetch: CatalogueFetch): Promise<void> {
    const page = await this.database.query<Listed>(PAGE, [fetch.id, this.config.parallel]);
    if (page.length === 0) return this.finish(fetch);
    const maps = await this.outbound.codeMaps();
    const asked = await Promise.all(
      page.map(async (one): Promise<Asked> => ({ ...one, answer: await this.portal.findProcedure(one.code) })),
    );
    const isUnanswered = ({ answer }: Asked): boolean => !answer.answered && answer.answer.kind === 'unanswered';
    const unanswered = asked.filter(isUnanswered);
    const givenUp = await this.tried(unanswered);
    const settled = asked.filter((one) => !isUnanswered(one));
    const faults = await Promise.all(settled.map((one) => this.tell(fetch, one, maps)));
    const done = [...settled, ...givenUp].map(({ code }) => code);
    await this.database.query(FETCHED, [fetch.id, done]);
    if (done.length === 0) throw new NotAnswered();
    const lost = givenUp.flatMap(({ code, answer }) =>
      answer.answered ? [] : [faultOf('LayThuTuc', code, answer.answer)],
    );
    await this.advance(fetch, 'details', [...faults.flatMap((fault) => fault ?? []), ...lost]);
  }

  /** Those that were asked for often enough. */
  private async tried(unanswered: readonly Asked[]): Promise<Asked[]> {
    if (unanswered.length === 0) return [];
    const rows = await this.database.query<{ code: string; tries: number }>(TRIED, [
      unanswered.map(({ code }) => code),
    ]);
    const givenUp = new Set(rows.filter(({ tries }) => tries >= MOST_TRIES).map(({ code }) => code));
    return unanswered.filter(({ code }) => givenUp.has(code));
  }

  /** Why nothing was told, if nothing was. */
  private async tell(
    { id: fetchId }: CatalogueFetch,
    { code, name, answer }: Asked,
    maps: CodeMaps,
  ): Promise<FetchFault | undefined> {
    if (!answer.answered) return faultOf('LayThuTuc', code, answer.answer);
    const fault = { service: 'LayThuTuc', procedure: code };
    if (answer.found === null)
      return { ...fault, code: 'MISSING', message: 'the list has it, and LayThuTuc does not give it' };
    const item = ourItem(answer.found, code, maps);
    const title = typeof item['TENTTHC'] === 'string' && item['TENTTHC'].trim() !== '' ? item['TENTTHC'].trim() : name;
    const contentHash = createHash('sha256').update(canonicalJson(item)).digest('hex');
    const found = { name: title, ourCode: maps.ourCode('procedure', code), item, contentHash };
    try {
      await this.commands.run(TELL_PROCEDURE, { code, fetchId, found });
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal) || (error as Refusal<string>).code !== 'REQUEST.TOO_LARGE') throw error;
      return { ...fault, code: 'REQUEST.TOO_LARGE', message: 'it is larger than an event may be' };
    }
  }

  private async finish(fetch: CatalogueFetch): Promise<void> {
    if (fetch.complete) {
      for (;;) {
        const gone = await this.database.query<{ code: string }>(GONE, [fetch.id]);
        if (gone.length === 0) break;
        await Promise.all(
          gone.map(({ code }) => this.commands.run(TELL_PROCEDURE, { code, fetchId: fetch.id, found: null })),
        );
      }
    }
    await this.advance(fetch, 'details', []);
    await this.database.query(FINISH, [fetch.id, this.clock.now()]);
  }

  private async advance(
    { id, complete }: CatalogueFetch,
    step: FetchStep,
    faults: readonly FetchFault[],
  ): Promise<void> {
    // Asked for twice where the process dies here: it is shown twice, and says the same.
    if (step === 'procedures') await this.commands.run(ASK_FOR_REGISTER, { fetchId: id });
    await this.unitOfWork.run((tx) => tx.query(advanceStatement(id, step, complete, faults)));
  }
}
