import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, UnitOfWork } from '@motcua/platform';
import { NationalPortal } from '../exchange/national-portal.js';
import { PortalConfig } from '../portal.config.js';
import type { CodeMaps } from '../record/code-maps.js';
import { cutRecord } from '../record/cut.js';
import { codeAtPortal } from '../record/build-record.js';
import type { PortalRecord } from '../record/portal-record.js';
import { compareRecords, type NamedDifference } from '../reconciliations/compare-records.js';
import { PortalAway } from './portal-away.js';
import type { Reconciliation } from '../reconciliations/reconciliations.js';
import { type RecordSource, SOURCE_COLUMNS, SOURCE_JOINS } from '../records/record-source.js';
import { Records } from '../records/records.js';
import { Outbound } from '../send-records/outbound.js';

interface Compared {
  readonly code: string;
  readonly dossierId: string | null;
  readonly differences: readonly NamedDifference[];
}

const PAGE = 50;
/** So many calls in a row without an answer, for each that may be under way, and the portal counts as away. */
const AWAY_AFTER = 2;
const OF_DAY = `
  SELECT ${SOURCE_COLUMNS} FROM dossier d ${SOURCE_JOINS}
  WHERE (d.submitted_on = $1::date OR d.moved_on = $1::date) AND d.dossier_id > $2 ORDER BY d.dossier_id LIMIT ${PAGE}`;
const OF_CODES = `
  SELECT ${SOURCE_COLUMNS} FROM dossier d ${SOURCE_JOINS} WHERE d.code = ANY ($1) OR d.portal_code = ANY ($1)`;
const ADD_BREAKS = `
  INSERT INTO reconciliation_break (reconciliation_id, code, difference, ours, theirs, sent_again)
  SELECT $1, code, difference, ours, theirs, "sentAgain" FROM jsonb_to_recordset($2::jsonb)
    AS r (code text, difference text, ours jsonb, theirs jsonb, "sentAgain" boolean)`;
const PROGRESS = `
  UPDATE reconciliation SET compared = compared + $2, sent_again = sent_again + $3, due_at = clock_timestamp() + interval '5 minutes'
  WHERE id = $1`;
const CLEAR = 'DELETE FROM reconciliation_break WHERE reconciliation_id = $1';
const BEGIN = `UPDATE reconciliation SET compared = 0, sent_again = 0 WHERE id = $1`;
const FINISH = `UPDATE reconciliation SET state = 'done', finished_at = $2, due_at = NULL, version = version + 1 WHERE id = $1`;
// What is missing there is new there: it is queued again, unless it waits already.
const SEND_AGAIN = `
  WITH missing AS (SELECT unnest($1::uuid[]) AS dossier_id), queued AS (
    INSERT INTO journal (id, dossier_id, code, agency, kind, state)
    SELECT gen_random_uuid(), d.dossier_id, coalesce(d.portal_code, d.code), d.agency, 'dossier', 'waiting'
    FROM dossier d JOIN missing USING (dossier_id)
    ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING
  )
  UPDATE dossier d SET there = 'no', sent_hash = NULL, refused_hash = NULL, due_at = clock_timestamp(),
    waiting_since = coalesce(waiting_since, clock_timestamp())
  FROM missing WHERE d.dossier_id = missing.dossier_id`;

/** Asks the portal for dossiers, names what differs, and sends again what is missing there. */
@Injectable()
export class Reconcile {
  /** Calls in a row that were not answered. */
  private silent = 0;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly portal: NationalPortal,
    private readonly outbound: Outbound,
    private readonly records: Records,
    private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ id, day, codes }: Reconciliation): Promise<void> {
    await this.database.query(CLEAR, [id]);
    await this.database.query(BEGIN, [id]);
    const maps = await this.outbound.codeMaps();
    this.silent = 0;
    try {
      if (codes !== null) await this.compareCodes(id, codes, maps);
      if (day !== null) await this.compareDay(id, day, maps);
    } catch (error) {
      // It stays in hand for some minutes, is then begun anew, and holds up no other meanwhile.
      if (error instanceof PortalAway) return;
      throw error;
    }
    await this.database.query(FINISH, [id, this.clock.now()]);
  }

  private async compareDay(id: string, day: string, maps: CodeMaps): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const page = await this.database.query<RecordSource>(OF_DAY, [day, after]);
      await this.compare(id, page, [], maps);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.dossierId;
    }
  }

  private async compareCodes(id: string, codes: readonly string[], maps: CodeMaps): Promise<void> {
    const known = await this.database.query<RecordSource>(OF_CODES, [codes]);
    const found = new Set(
      known.flatMap(({ facts: { submission, declined } }) => [
        submission?.code,
        submission?.portalCode,
        declined?.portalCode,
      ]),
    );
    const unknown = [...new Set(codes)].filter((code) => !found.has(code));
    await this.compare(id, known, unknown, maps);
  }

  private async compare(
    id: string,
    sources: readonly RecordSource[],
    unknown: readonly string[],
    maps: CodeMaps,
  ): Promise<void> {
    const asked = [
      ...sources.flatMap((source) => {
        const { submission, declined } = source.facts;
        const code = submission ? codeAtPortal(submission) : declined?.portalCode;
        const ready = this.records.of(source, maps);
        if (code === undefined) return [];
        const ours = 'record' in ready ? cutRecord(ready.record) : null;
        return [{ code, dossierId: source.dossierId, ours, known: true }];
      }),
      ...unknown.map((code) => ({ code, dossierId: null, ours: null, known: false })),
    ];
    const compared: Compared[] = [];
    const queue = asked.values();
    const worker = async (): Promise<void> => {
      for (const one of queue) compared.push(await this.compareOne(one));
    };
    await Promise.all(Array.from({ length: this.config.parallel }, worker));
    await this.write(id, compared);
  }

  private async compareOne({
    code,
    dossierId,
    ours,
    known,
  }: {
    code: string;
    dossierId: string | null;
    ours: PortalRecord | null;
    known: boolean;
  }): Promise<Compared> {
    if (this.silent >= this.config.parallel * AWAY_AFTER) throw new PortalAway();
    const found = await this.portal.findRecord(code);
    this.silent = found.answered || found.answer.kind !== 'unanswered' ? 0 : this.silent + 1;
    if (!found.answered) {
      const { code: answer, message } = found.answer;
      return { code, dossierId, differences: [{ difference: 'notAnswered', ours: null, theirs: { answer, message } }] };
    }
    // What cannot be mapped yet is shown by the synchronisation, not as a difference.
    if (known && ours === null) return { code, dossierId, differences: [] };
    return { code, dossierId, differences: compareRecords(ours, found.found) };
  }

  private async write(id: string, compared: readonly Compared[]): Promise<void> {
    const missing = compared.flatMap(({ dossierId, differences }) =>
      dossierId !== null && differences.some(({ difference }) => difference === 'missingThere') ? [dossierId] : [],
    );
    const breaks = compared.flatMap(({ code, differences }) =>
      differences.map((one) => ({ code, ...one, sentAgain: one.difference === 'missingThere' })),
    );
    await this.unitOfWork.run(async (tx) => {
      if (breaks.length > 0) await tx.query(ADD_BREAKS, [id, JSON.stringify(breaks)]);
      if (missing.length > 0) await tx.query(SEND_AGAIN, [missing]);
      await tx.query(PROGRESS, [id, compared.length, missing.length]);
    });
  }
}
