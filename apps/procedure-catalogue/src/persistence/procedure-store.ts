import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { assertVersion, Database, type Tx } from '@motcua/platform';
import type { Announcement, ProcedureRecord, Suspension, VersionRecord } from '@motcua/catalogue-domain';
import type { CatalogueCode } from '../problems.js';

type Queries = Pick<Tx, 'query'>;
type VersionRow = Omit<VersionRecord, 'announcement'> & Record<keyof Announcement, string | null>;

const HEAD = `
  SELECT code, revision, repealed_from AS "repealedFrom", repeal_decision AS "repealDecision" FROM procedure WHERE code = $1`;
const VERSIONS = `
  SELECT version, definition, open_questions AS "openQuestions", notes, origin, content_hash AS "contentHash", revision,
    decision_number AS "decisionNumber", decided_on AS "decidedOn", published_on AS "publishedOn", effective_from AS "effectiveFrom"
  FROM procedure_version WHERE procedure = $1 ORDER BY version`;
const SUSPENSIONS = `
  SELECT from_day AS "from", until_day AS "until", reason FROM procedure_suspension WHERE procedure = $1 ORDER BY from_day`;
const CREATE = `INSERT INTO procedure (code, revision) VALUES ($1, 0) ON CONFLICT DO NOTHING`;
const RAISE = `UPDATE procedure SET revision = revision + 1 WHERE code = $1`;
const SAVE_VERSION = `
  INSERT INTO procedure_version (procedure, version, definition, open_questions, notes, origin, content_hash, revision,
    decision_number, decided_on, published_on, effective_from)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (procedure, version) DO UPDATE SET definition = $3, open_questions = $4, notes = $5, origin = $6,
    content_hash = $7, revision = $8, decision_number = $9, decided_on = $10, published_on = $11, effective_from = $12`;
const SAVE_SUSPENSION = `
  INSERT INTO procedure_suspension (procedure, from_day, until_day, reason) VALUES ($1, $2, $3, $4)
  ON CONFLICT (procedure, from_day) DO UPDATE SET until_day = $3, reason = $4`;
const SAVE_REPEAL = `UPDATE procedure SET repealed_from = $2, repeal_decision = $3 WHERE code = $1`;

const asVersion = ({ decisionNumber, decidedOn, publishedOn, effectiveFrom, ...row }: VersionRow): VersionRecord => ({
  ...row,
  announcement:
    decisionNumber === null || decidedOn === null || effectiveFrom === null
      ? null
      : { decisionNumber, decidedOn, publishedOn, effectiveFrom },
});

/** Procedures as they are stored: one row for the aggregate, one for each version. */
@Injectable()
export class ProcedureStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws Refusal PROCEDURE.UNKNOWN */
  async get(code: string): Promise<ProcedureRecord> {
    const found = await this.read(this.database, code, HEAD);
    if (!found) throw unknownProcedure(code);
    return found;
  }

  /** Locks the procedure's row first, so that of two changes one waits for the other. */
  lock(tx: Tx, code: string): Promise<ProcedureRecord | undefined> {
    return this.read(tx, code, `${HEAD} FOR UPDATE`);
  }

  /** @throws Refusal PROCEDURE.UNKNOWN, RESOURCE.CHANGED */
  async lockSeen(tx: Tx, code: string, seen: number | undefined): Promise<ProcedureRecord> {
    const procedure = await this.lock(tx, code);
    if (!procedure) throw unknownProcedure(code);
    if (seen !== undefined) assertVersion(procedure.revision, seen);
    return procedure;
  }

  /** The procedure, locked; an empty one (revision 0) where there was none. */
  async lockOrCreate(tx: Tx, code: string): Promise<ProcedureRecord> {
    const found = await this.lock(tx, code);
    if (found) return found;
    await tx.query(CREATE, [code]);
    return this.lockSeen(tx, code, undefined);
  }

  async saveVersion(tx: Tx, code: string, { announcement, ...version }: VersionRecord): Promise<void> {
    await tx.query(SAVE_VERSION, [
      code,
      version.version,
      JSON.stringify(version.definition),
      JSON.stringify(version.openQuestions),
      JSON.stringify(version.notes),
      version.origin,
      version.contentHash,
      version.revision,
      announcement?.decisionNumber ?? null,
      announcement?.decidedOn ?? null,
      announcement?.publishedOn ?? null,
      announcement?.effectiveFrom ?? null,
    ]);
    await tx.query(RAISE, [code]);
  }

  async saveSuspension(tx: Tx, code: string, { from, until, reason }: Suspension): Promise<void> {
    await tx.query(SAVE_SUSPENSION, [code, from, until, reason]);
    await tx.query(RAISE, [code]);
  }

  async saveRepeal(
    tx: Tx,
    code: string,
    { from, decisionNumber }: { from: string; decisionNumber: string },
  ): Promise<void> {
    await tx.query(SAVE_REPEAL, [code, from, decisionNumber]);
    await tx.query(RAISE, [code]);
  }

  private async read(queries: Queries, code: string, head: string): Promise<ProcedureRecord | undefined> {
    const [row] = await queries.query<{
      code: string;
      revision: number;
      repealedFrom: string | null;
      repealDecision: string | null;
    }>(head, [code]);
    if (!row) return undefined;
    const versions = await queries.query<VersionRow>(VERSIONS, [code]);
    const suspensions = await queries.query<Suspension>(SUSPENSIONS, [code]);
    const { repealedFrom, repealDecision } = row;
    return {
      code: row.code,
      revision: row.revision,
      repeal:
        repealedFrom === null || repealDecision === null
          ? null
          : { from: repealedFrom, decisionNumber: repealDecision },
      suspensions,
      versions: versions.map(asVersion),
    };
  }
}

export const unknownProcedure = (code: string): Refusal<CatalogueCode> =>
  new Refusal<CatalogueCode>('PROCEDURE.UNKNOWN', { procedure: code }, [], {
    vi: `Danh mục không có thủ tục ${code}.`,
    en: `The catalogue has no procedure ${code}.`,
  });

/** @throws Refusal PROCEDURE.VERSION_UNKNOWN */
export const versionOf = ({ code, versions }: ProcedureRecord, number: number): VersionRecord => {
  const version = versions.find((one) => one.version === number);
  if (version) return version;
  throw new Refusal<CatalogueCode>('PROCEDURE.VERSION_UNKNOWN', {
    procedure: code,
    version: number,
    known: versions.map((one) => one.version),
  });
};
