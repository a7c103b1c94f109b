import { awaitedResults, ENDED, endWithEarlier, type LinkTake } from '@motcua/dossier-domain';
import { newId } from '@motcua/kernel';
import { receptionDue } from '@motcua/legal-clock';
import { type Answer, sql, Unchanged } from '@motcua/platform';
import { changed, type DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { refused } from '../change/refused.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { StoredFile } from '../persistence/file-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { STORED_PAPER_COLUMNS, type StoredPaper } from '../persistence/store-item-row.js';

const ACTOR = 'system:follow-linked';
const DONE: Answer<null> = { status: 204, headers: {}, body: null };

interface GoOn extends DossierCommand {
  /** Id of the linked dossier that was decided. */
  readonly earlier: string;
}

type EarlierDossier = Pick<DossierRow, 'id' | 'code' | 'procedureName' | 'status' | 'statusReason'>;

interface Earlier {
  readonly earlier: EarlierDossier | undefined;
  /** What it has issued, the newest first. */
  readonly issued: readonly StoredPaper[];
}

/**
 * The result of the earlier dossier becomes a component, and the 8 hours of reception begin with the last for which it waited;
 * or it ends, too. @rule R6 R20
 */
export const GO_ON_AFTER_LINKED: DossierDecision<GoOn, Earlier, null> = {
  scope: null,
  more: async (queries, _, commands) => {
    const ids = commands.map(({ earlier }) => earlier);
    const [dossiers, issued] = await Promise.all([
      queries.query<EarlierDossier>(sql`
        SELECT id, code, procedure_name AS "procedureName", status, status_reason AS "statusReason" FROM dossier WHERE id = ANY (${ids}::uuid[])`),
      queries.query<StoredPaper>(sql`
        SELECT ${STORED_PAPER_COLUMNS} FROM stored_paper p
        WHERE p.dossier_id = ANY (${ids}::uuid[]) AND p.kind = 'result' ORDER BY p.issued_at DESC, p.id DESC`),
    ]);
    return ids.map((id) => ({
      earlier: dossiers.find((one) => one.id === id),
      issued: issued.filter(({ dossierId }) => dossierId === id),
    }));
  },
  decide: (facts, { earlier: id }, now) => {
    const { dossier: before, earlier, issued } = facts;
    const open = earlier !== undefined && before.waitsFor.includes(id) && !ENDED.has(before.status);
    if (!open) return new Unchanged(DONE);
    const takes = awaitedResults(before.link).filter(({ dossier }) => dossier === id);
    const papers = takes.flatMap((take) => {
      const paper = issued.find(
        ({ code, decision, revokedAt }) => code === take.code && decision !== 'denied' && revokedAt === null,
      );
      return paper ? [{ take, paper }] : [];
    });
    const came = !['refused', 'withdrawn', 'stopped'].includes(earlier.status) && papers.length === takes.length;
    return came ? goOn(facts, id, papers, now) : end(before, earlier, takes, now);
  },
  answer: () => DONE,
};

interface Came {
  readonly take: LinkTake;
  readonly paper: StoredPaper;
}

function goOn(
  { dossier: before, circumstances }: DossierFacts,
  earlier: string,
  papers: readonly Came[],
  now: Temporal.Instant,
): DossierChange {
  const waitsFor = before.waitsFor.filter((id) => id !== earlier);
  const isReady = waitsFor.length === 0 && before.status === 'registered';
  const runs = isReady && before.channel === 'online';
  const after = changed(before, {
    waitsFor,
    ...(isReady && { listedAt: now }),
    ...(runs && { receptionDueAt: receptionDue(circumstances.calendarOf(before.receivingAgency).calendar, now) }),
  });
  const filesAdded: StoredFile[] = papers.map(({ take, paper }) => ({
    id: newId(),
    dossierId: before.id,
    component: take.as,
    sha256: paper.sha256,
    size: paper.size,
    mediaType: paper.mediaType,
    name: paper.fileName,
    uploadedAt: now,
    uploadedBy: ACTOR,
    supplement: null,
    fromStore: paper.id,
    reusedFrom: paper.kind,
    fromCitizenStore: false,
    source: paper,
  }));
  const detail = { earlier, components: papers.map(({ take }) => take.as), waitsFor };
  return { before, after, at: now, actor: ACTOR, facts: [{ action: 'linkedResultCame', detail }], filesAdded };
}

function end(
  before: DossierRow,
  { code, procedureName, statusReason }: EarlierDossier,
  takes: readonly LinkTake[],
  now: Temporal.Instant,
): DossierChange {
  const { status, reason, faults } = endWithEarlier(
    lifeOf(before),
    { code: code ?? '', procedureName, reason: statusReason },
    takes.map(({ as }) => as),
  );
  if (status === 'refused')
    return refused(before, { status, refusedAt: now, reason, faults }, { actor: ACTOR, refusedBy: null });
  return {
    before,
    after: changed(before, { status, statusSince: now, statusReason: reason, receptionDueAt: null }),
    at: now,
    actor: ACTOR,
    facts: [{ action: 'withdrawn', detail: { reason }, told: { reason } }],
  };
}
