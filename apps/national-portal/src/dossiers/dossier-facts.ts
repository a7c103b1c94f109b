import { Injectable } from '@nestjs/common';
import { newId } from '@motcua/kernel';
import { NotDone, NotYetKnown, type BatchWork, sql, type Tx } from '@motcua/platform';
import type { Move } from '../record/build-line.js';
import { codeAtPortal } from '../record/build-record.js';
import { type Facts, NO_FACTS } from '../record/facts.js';
import { titlesOf } from './officers.js';

/** A change of status, as an event tells it; the officer's title is looked up. */
export type HeardMove = Omit<Move, 'title'>;

/** What an event tells of a dossier. */
interface News {
  readonly dossierId: string;
  readonly change: (facts: Facts) => Facts;
  readonly moveOf: (facts: Facts) => HeardMove | null;
  /** What another topic must tell first; null where it has. */
  readonly missing: (facts: Facts) => string | null;
}

/** A line of progress that the portal is owed. */
interface OwedLine {
  readonly dossierId: string;
  readonly code: string | null;
  readonly agency: string | null;
  readonly move: HeardMove;
}

/** What this service knows of dossiers, and what it owes the portal for it: both grow in the transaction of the event. */
@Injectable()
export class DossierFacts {
  /** Learns from an event; the record is to be sent again, and the move, if there is one, as a line of progress. */
  async learn(tx: Tx, dossierId: string, change: News['change'], moveOf: News['moveOf'] = () => null): Promise<void> {
    await tx.batch(learnAll, { dossierId, change, moveOf, missing: () => null }, learnAll);
  }

  /** Learns what makes sense only beside what another topic tells. @throws NotYetKnown while that has not come */
  async learnAfter(tx: Tx, dossierId: string, missing: News['missing'], change: News['change']): Promise<void> {
    await tx.batch(learnAll, { dossierId, change, moveOf: () => null, missing }, learnAll);
  }
}

const learnAll: BatchWork<News, undefined> = async (tx, news) => {
  const before = await lock(tx, [...new Set(news.map(({ dossierId }) => dossierId))]);
  const known = new Map<string, Facts>();
  const learnt = new Map<string, number>();
  const lines: OwedLine[] = [];
  const results = news.map(({ dossierId, change, moveOf, missing }) => {
    const heard = known.get(dossierId) ?? before.get(dossierId) ?? NO_FACTS;
    const waitsFor = missing(heard);
    if (waitsFor !== null) return new NotDone(new NotYetKnown(`${waitsFor} of dossier ${dossierId}`));
    const facts = change(heard);
    known.set(dossierId, facts);
    learnt.set(dossierId, (learnt.get(dossierId) ?? 0) + 1);
    const move = moveOf(facts);
    if (move) lines.push({ dossierId, ...placeOf(facts), move });
    return undefined;
  });
  if (known.size === 0) return results;
  await Promise.all([
    save(tx, known, learnt),
    queueRecords(tx, known),
    queueLines(tx, lines).then(() => nameQueued(tx, before, known)),
  ]);
  return results;
};

/** Under which code the portal has the dossier, and who has it here. */
const placeOf = ({ submission, declined, holder }: Facts) => ({
  code: submission ? codeAtPortal(submission) : (declined?.portalCode ?? null),
  agency: holder?.agency ?? submission?.receivingAgency ?? null,
});

/** Inserts dossiers that are not known yet, and locks all of them, in the order of their ids. */
async function lock(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
  // One wave of two statements: an upsert that changes nothing would write each row once more, its facts and all.
  const [, rows] = await Promise.all([
    tx.query(sql`
      INSERT INTO dossier (dossier_id, facts, revision)
      SELECT id, ${JSON.stringify(NO_FACTS)}::jsonb, 0 FROM unnest(${ids}::uuid[]) AS id ORDER BY id
      ON CONFLICT (dossier_id) DO NOTHING`),
    tx.query<{ id: string; facts: Facts }>(sql`
      SELECT dossier_id AS id, facts FROM dossier WHERE dossier_id = ANY (${ids}::uuid[]) ORDER BY dossier_id FOR UPDATE`),
  ]);
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

// Everything that may be ready now is looked at at once, unless a pause after an unanswered call is under way.
async function save(tx: Tx, known: ReadonlyMap<string, Facts>, learnt: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...known].map(([id, facts]) => ({
    id,
    facts,
    learnt: learnt.get(id) ?? 0,
    code: facts.submission?.code ?? null,
    portal_code: (facts.submission ?? facts.declined)?.portalCode ?? null,
    agency: placeOf(facts).agency,
    status: facts.status?.now ?? null,
    submitted_at: facts.submission?.at ?? null,
    moved_at: facts.status?.at ?? null,
  }));
  await tx.query(sql`
    UPDATE dossier d SET facts = r.facts, revision = revision + r.learnt, code = r.code, portal_code = r.portal_code,
      agency = r.agency, status = r.status,
      submitted_on = (r.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, moved_on = (r.moved_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
      due_at = CASE WHEN failures > 0 AND due_at IS NOT NULL THEN due_at ELSE clock_timestamp() END,
      waiting_since = coalesce(waiting_since, clock_timestamp())
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, facts jsonb, learnt int, code text, portal_code text,
      agency text, status text, submitted_at timestamptz, moved_at timestamptz)
    WHERE d.dossier_id = r.id`);
}

async function queueRecords(tx: Tx, known: ReadonlyMap<string, Facts>): Promise<void> {
  const rows = [...known].map(([dossierId, facts]) => ({ id: newId(), dossier_id: dossierId, ...placeOf(facts) }));
  await tx.query(sql`
    INSERT INTO journal (id, dossier_id, code, agency, kind, state)
    SELECT id, dossier_id, code, agency, 'dossier', 'waiting'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, dossier_id uuid, code text, agency text)
    ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting'
    DO UPDATE SET code = excluded.code, agency = excluded.agency`);
}

async function queueLines(tx: Tx, lines: readonly OwedLine[]): Promise<void> {
  if (lines.length === 0) return;
  const titles = await titlesOf(tx, [...new Set(lines.flatMap(({ move: { officer } }) => officer ?? []))]);
  const rows = lines.map(({ dossierId, move, ...place }) => ({
    id: newId(),
    dossier_id: dossierId,
    ...place,
    move: { ...move, title: move.officer === null ? null : (titles.get(move.officer) ?? null) },
  }));
  await tx.query(sql`
    INSERT INTO journal (id, dossier_id, code, agency, kind, state, move)
    SELECT id, dossier_id, code, agency, 'progress', 'waiting', move
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, dossier_id uuid, code text, agency text, move jsonb)`);
}

/** What was queued before the submission was heard of has no code yet. */
async function nameQueued(
  tx: Tx,
  before: ReadonlyMap<string, Facts>,
  known: ReadonlyMap<string, Facts>,
): Promise<void> {
  const named = [...known].flatMap(([id, facts]) =>
    before.get(id)?.submission === null && facts.submission !== null ? [{ id, ...placeOf(facts) }] : [],
  );
  if (named.length === 0) return;
  await tx.query(sql`
    UPDATE journal j SET code = r.code, agency = r.agency
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS r (id uuid, code text, agency text)
    WHERE j.dossier_id = r.id AND j.code IS NULL`);
}
