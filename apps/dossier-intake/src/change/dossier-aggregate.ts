import { Injectable } from '@nestjs/common';
import { issuePapers } from '@motcua/catalogue-copy';
import { newId } from '@motcua/kernel';
import {
  type Aggregate,
  type HistoryEntry,
  type NewEvent,
  PlatformConfig,
  type Queries,
  SealingConfig,
  sealText,
  sql,
} from '@motcua/platform';
import { CORRECTIONS } from '../persistence/correction-row.js';
import { DOSSIERS } from '../persistence/dossier-row.js';
import { FILES } from '../persistence/file-row.js';
import { historyLine } from '../persistence/history.js';
import { STORE_ITEMS, type StoreItemRow } from '../persistence/store-item-row.js';
import { saveSearchWords, searchWords } from '../persistence/search-words.js';
import { MESSAGES } from '../persistence/message-row.js';
import { POSTAL_ORDERS } from '../persistence/postal-order-row.js';
import { SUPPLEMENTS } from '../persistence/supplement-row.js';
import { contactEvent } from './applicant-contact.js';
import { namedEvent } from './applicant-named.js';
import type { DossierChange, DossierFact } from './dossier-change.js';
import { giveCodes } from '../number-dossiers/give-codes.js';
import { formsToIssue } from '../printed-forms-01-to-03/issue-forms-01-to-03.js';
import { statusEvents } from './status-changed.js';
import { TOLD_EVENTS } from './told-events.js';

/**
 * The one way by which a dossier changes: rows of many changes in a few statements; and from each change what others are
 * told, its status announced, its history.
 */
@Injectable()
export class DossierAggregate implements Aggregate<DossierChange> {
  constructor(
    private readonly sealing: SealingConfig,
    private readonly platform: PlatformConfig,
  ) {}

  async save(queries: Queries, changes: readonly DossierChange[]): Promise<readonly DossierChange[]> {
    const coded = await giveCodes(queries, changes);
    const [names] = await Promise.all([
      holderNames(queries, coded),
      this.saveAll(queries, coded),
      this.saveCorrections(queries, coded),
    ]);
    return coded.map((change) => ({ ...change, holderName: names.get(change.after.holderAgency) ?? null }));
  }

  private async saveCorrections(queries: Queries, changes: readonly DossierChange[]): Promise<void> {
    const rows = changes.flatMap(({ correction }) => {
      if (!correction) return [];
      const { content, ...row } = correction;
      return [{ ...row, sealed: sealText(this.sealing.sealingKey, JSON.stringify(content)) }];
    });
    if (rows.length > 0) await queries.query(CORRECTIONS.insert(rows));
  }

  private async saveAll(queries: Queries, changes: readonly DossierChange[]): Promise<void> {
    await saveRows(queries, changes);
    const named = changes.filter(
      ({ before, after, deleted = false }) => !deleted && before?.applicant !== after.applicant,
    );
    const key = this.platform.identityKey;
    await saveSearchWords(
      queries,
      named.map(({ after }) => ({ id: after.id, words: searchWords(key, after) })),
    );
  }

  events(change: DossierChange): NewEvent[] {
    const { after, at, facts, numbering, applicantChanged, contactChanged } = change;
    const { sealingKey } = this.sealing;
    return [
      ...facts.flatMap((fact) => toldEvent(change, fact)),
      ...statusEvents(change),
      ...(numbering || applicantChanged ? [namedEvent(after, sealingKey, at)] : []),
      ...(contactChanged ? [contactEvent(after, sealingKey, at)] : []),
    ];
  }

  history({ after, at, actor, facts: [first, ...more] }: DossierChange): [HistoryEntry, ...HistoryEntry[]] {
    // The code is not known to the decision: it is given when the change is saved.
    const lineOf = ({ action, detail }: DossierFact) =>
      historyLine('dossier', after.id, action, {
        at,
        actor,
        detail: action === 'submitted' ? { code: after.code, ...detail } : detail,
      });
    return [lineOf(first), ...more.map(lineOf)];
  }
}

function toldEvent(change: DossierChange, fact: DossierFact): NewEvent[] {
  if (!('told' in fact)) return [];
  // The type of what is told follows the action, which the compiler does not see through the union.
  const tell = TOLD_EVENTS[fact.action] as (change: DossierChange, told: object) => Omit<NewEvent, 'key' | 'time'>;
  return [{ ...tell(change, fact.told), key: change.after.id, time: change.at }];
}

async function holderNames(queries: Queries, changes: readonly DossierChange[]): Promise<Map<string, string>> {
  const codes = [...new Set(changes.map(({ after }) => after.holderAgency))];
  const rows = await queries.query<{ code: string; name: string }>(
    sql`SELECT code, name FROM agency_copy WHERE code = ANY (${codes})`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const storeKey = ({ applicantRef, code, sha256 }: Omit<StoreItemRow, 'id'>): string =>
  JSON.stringify([applicantRef, code, sha256]);

/** One wave; the dossiers first, which the others refer to. */
async function saveRows(queries: Queries, changes: readonly DossierChange[]): Promise<void> {
  const supplements = changes.flatMap((change) => change.supplements ?? []);
  const deleted = changes.flatMap(({ after, deleted: gone = false }) => (gone ? [after.id] : []));
  const messages = changes.flatMap(({ message }) => message ?? []);
  const added = changes.flatMap(({ filesAdded = [] }) => filesAdded);
  const removed = changes.flatMap(({ filesRemoved = [] }) => filesRemoved.map(({ id }) => id));
  // In one order: two groups may put the same paper into the same person's store.
  const stored = changes
    .flatMap((change) => change.stored ?? [])
    .map((item) => ({ ...item, id: newId() }))
    .sort((a, b) => (storeKey(a) < storeKey(b) ? -1 : 1));
  const moved = changes.filter(({ before, after }) => before && before.applicantRef !== after.applicantRef);
  const unstored = changes.flatMap(({ after, unstored: out = false }) => (out ? [after.id] : []));
  const storeChanged = changes.flatMap((change) => change.storeChanged ?? []);
  const late = changes.flatMap(({ after, at, lateRuns = [] }) =>
    lateRuns.map((n) => ({ dossier_id: after.id, n, at })),
  );
  await Promise.all([
    DOSSIERS.save(
      queries,
      changes.filter(({ deleted = false }) => !deleted),
    ),
    ...(deleted.length > 0 ? [queries.query(deleteDrafts(deleted))] : []),
    SUPPLEMENTS.save(queries, supplements),
    POSTAL_ORDERS.save(
      queries,
      changes.flatMap(({ postalOrders = [] }) => postalOrders),
    ),
    ...(messages.length > 0 ? [queries.query(MESSAGES.insert(messages))] : []),
    ...(added.length > 0 ? [queries.query(FILES.insert(added))] : []),
    ...(removed.length > 0 ? [queries.query(sql`DELETE FROM dossier_file WHERE id = ANY (${removed}::uuid[])`)] : []),
    // What the store has already stays as it is.
    ...(stored.length > 0 ? [queries.query(sql`${STORE_ITEMS.insert(stored)} ON CONFLICT DO NOTHING`)] : []),
    STORE_ITEMS.save(queries, storeChanged),
    ...(unstored.length > 0 ? [queries.query(takeOutPapers(unstored))] : []),
    ...moved.map(({ after }) => moveStore(queries, after.id, after.applicantRef)),
    ...(late.length > 0 ? [queries.query(lateRuns(late))] : []),
    issuePapers(queries, changes.flatMap(formsToIssue)),
  ]);
}

/** What came of the dossier was put into a store that is not its applicant's. What the right one has already is not kept twice. */
async function moveStore(queries: Queries, dossierId: string, owner: string): Promise<void> {
  await queries.query(sql`
    UPDATE store_item i SET applicant_ref = ${owner} WHERE i.dossier_id = ${dossierId} AND NOT EXISTS (
      SELECT FROM store_item o WHERE o.applicant_ref = ${owner} AND o.code = i.code AND o.sha256 = i.sha256)`);
  await queries.query(sql`
    DELETE FROM store_item i WHERE i.dossier_id = ${dossierId} AND i.applicant_ref <> ${owner} AND i.kind = 'paper'
      AND NOT EXISTS (SELECT FROM dossier_file f WHERE f.from_store = i.id)`);
}

const takeOutPapers = (ids: readonly string[]) => sql`
  DELETE FROM store_item i WHERE i.dossier_id = ANY (${ids}::uuid[]) AND i.kind = 'paper'
    AND NOT EXISTS (SELECT FROM dossier_file f WHERE f.from_store = i.id)`;

const deleteDrafts = (ids: readonly string[]) => sql`
  WITH files AS (DELETE FROM dossier_file WHERE dossier_id = ANY (${ids}::uuid[])),
    readers AS (DELETE FROM dossier_reader WHERE dossier_id = ANY (${ids}::uuid[])),
    words AS (DELETE FROM dossier_word WHERE dossier_id = ANY (${ids}::uuid[]))
  DELETE FROM dossier WHERE id = ANY (${ids}::uuid[]) AND status = 'draft'`;

const lateRuns = (late: readonly object[]) => sql`
  UPDATE reception_run r SET overdue_at = l.at
  FROM jsonb_to_recordset(${JSON.stringify(late)}::jsonb) AS l (dossier_id uuid, n int, at timestamptz)
  WHERE r.dossier_id = l.dossier_id AND r.n = l.n`;
