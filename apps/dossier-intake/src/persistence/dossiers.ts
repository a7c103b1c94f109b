import { Injectable } from '@nestjs/common';
import type { Life } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  assertReach,
  assertVersion,
  type Belonging,
  Database,
  EMPTY_HISTORY,
  type HistoryHead,
  type Scope,
  type Tx,
  type PlatformCode,
} from '@motcua/platform';
import { FILES_OF, type StoredComponentFile } from './dossier-parts.js';
import {
  DOSSIER_COLUMNS,
  type DossierRow,
  INSERT_DOSSIER,
  insertValues,
  UPDATE_DOSSIER,
  updateValues,
} from './dossier-row.js';

/** A dossier that is locked until the transaction ends, with what only its lock makes certain. */
export interface LockedDossier {
  readonly dossier: DossierRow;
  /** Last line of its history, so that the next one needs no look. */
  readonly head: HistoryHead;
  readonly files: readonly StoredComponentFile[];
}

interface FoundRow extends DossierRow {
  readonly reach: readonly string[];
}

// An online draft is its author's alone; every other dossier is also its agencies', and of those above them.
const FIND = `
  SELECT ${DOSSIER_COLUMNS}, CASE WHEN d.status = 'draft' AND d.channel = 'online' THEN '{}' ELSE ARRAY(
    SELECT DISTINCT above FROM agency_copy a, unnest(a.ancestors) AS above
    WHERE a.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies)
  ) END AS reach
  FROM dossier d WHERE d.id = $1`;
const LOCK = `${FIND} FOR UPDATE OF d`;
// A statement of its own, after the lock: one that waited for the lock has the row as it is now, and the rest of what it
// reads as it was when it began.
const UNDER_LOCK = `
  SELECT h.n, h.hash, ${FILES_OF('$1::uuid')} AS files
  FROM (VALUES (1)) AS one LEFT JOIN LATERAL (SELECT n, hash FROM history WHERE aggregate = $1::uuid::text ORDER BY n DESC LIMIT 1) h ON true`;

export const lifeOf = ({ status, acceptedAt }: Pick<DossierRow, 'status' | 'acceptedAt'>): Life => ({
  status,
  everAccepted: acceptedAt !== null,
});

const belongingOf = ({ applicantRef, submittedBy, reach }: FoundRow): Belonging => ({
  applicantRef,
  submittedBy,
  agencies: reach,
});

/** Dossiers as rows: found, locked, kept. */
@Injectable()
export class Dossiers {
  constructor(private readonly database: Database) {}

  /** The dossier, if the actor may see it under `scope`. @throws Refusal RESOURCE.NOT_FOUND */
  async see(id: string, actor: Actor, scope: Scope): Promise<DossierRow> {
    const [row] = await this.database.query<FoundRow>(FIND, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, scope, belongingOf(row));
    return row;
  }

  /** Locks the dossier that the actor saw at `version`; null where the version is not asked. @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED */
  async lock(
    tx: Tx,
    id: string,
    { actor, scope, version }: { actor: Actor; scope: Scope; version: number | null },
  ): Promise<LockedDossier> {
    const [row] = await tx.query<FoundRow>(LOCK, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, scope, belongingOf(row));
    if (version !== null) assertVersion(row.version, version);
    return underLock(tx, row);
  }

  /** Locks the dossier if `permits` it, with its agencies and all above them. @throws Refusal RESOURCE.NOT_FOUND */
  async lockWhere(
    tx: Tx,
    id: string,
    permits: (dossier: DossierRow, agencies: readonly string[]) => boolean,
  ): Promise<LockedDossier> {
    const [row] = await tx.query<FoundRow>(LOCK, [id]);
    if (!row || !permits(row, row.reach)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return underLock(tx, row);
  }

  /** Locks the dossier that an event is about: nobody asks for leave. */
  async lockForEvent(tx: Tx, id: string): Promise<LockedDossier> {
    const [row] = await tx.query<FoundRow>(LOCK, [id]);
    if (!row) throw new Error(`an event speaks of dossier ${id}, which is not here`);
    return underLock(tx, row);
  }

  async add(tx: Tx, row: DossierRow): Promise<void> {
    await tx.query(INSERT_DOSSIER, insertValues(row));
  }

  /** Keeps a changed dossier under its next version. */
  async keep(tx: Tx, before: DossierRow, changes: Partial<Omit<DossierRow, 'id' | 'version'>>): Promise<DossierRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await tx.query(UPDATE_DOSSIER, updateValues(row));
    return row;
  }
}

interface UnderLock {
  readonly n: number | null;
  readonly hash: Buffer | null;
  readonly files: readonly StoredComponentFile[];
}

async function underLock(tx: Tx, { reach: _, ...dossier }: FoundRow): Promise<LockedDossier> {
  const [found] = await tx.query<UnderLock>(UNDER_LOCK, [dossier.id]);
  const { n, hash, files } = found ?? { n: null, hash: null, files: [] };
  return { dossier, head: n === null || hash === null ? EMPTY_HISTORY : { n, hash }, files };
}
