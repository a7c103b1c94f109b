import type { StoreItemKind } from '@motcua/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { refuseUnlessAllowed } from '@motcua/dossier-domain';
import { CLOCK, type Clock, newId, Refusal } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { assertReusable, type StoreValidity } from '../applicant-store/assert-reusable.js';
import { ownsStore } from '../applicant-store/may-open-store.js';
import { Procedures } from '../catalogue/procedures.js';
import { refuseGiven } from '../complete-supplement/refuse-given.js';
import type { StoredComponentFile } from '../persistence/dossier-parts.js';
import { askedComponents } from '../catalogue/asked-components.js';
import { Dossiers, lifeOf, type LockedDossier } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';
import type { IntakeCode } from '../problems.js';

/** A content that is in the store, or will be before the commit. */
export interface Content {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

export interface Attached {
  readonly file: StoredComponentFile;
  /** The dossier's, one more than before. */
  readonly version: number;
}

const ADD = `
  WITH attached AS (
    INSERT INTO dossier_file (id, dossier_id, component, sha256, size, media_type, name, uploaded_at, uploaded_by, supplement, from_store)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  )
  UPDATE dossier SET version = version + 1 WHERE id = $2 RETURNING version`;
const IN_STORE = `
  SELECT applicant_ref AS "applicantRef", kind, sha256, size, media_type AS "mediaType", file_name AS name,
    valid_until AS "validUntil", revoked_at AS "revokedAt", revoked_reason AS "revokedReason" FROM store_item WHERE id = $1`;

@Injectable()
export class AttachFile {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly requests: SupplementRequests,
    private readonly procedures: Procedures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To a draft, or to a dossier that awaits a supplement. */
  async attach(tx: Tx, id: string, component: string, content: Content, actor: Actor): Promise<Attached> {
    return this.add(tx, await this.open(tx, id, component, actor), component, content, null, actor);
  }

  /** By the store's owner alone (R20). @throws Refusal STORE.ITEM_UNKNOWN: also where the paper is another's; STORE.ITEM_EXPIRED, STORE.ITEM_REVOKED */
  async reuse(tx: Tx, id: string, component: string, fromStore: string, actor: Actor): Promise<Attached> {
    const locked = await this.open(tx, id, component, actor);
    const [item] = await tx.query<Content & StoreValidity & { applicantRef: string; kind: StoreItemKind }>(IN_STORE, [
      fromStore,
    ]);
    const { dossier } = locked;
    if (item?.applicantRef !== dossier.applicantRef || !ownsStore(actor, dossier))
      throw new Refusal<IntakeCode>('STORE.ITEM_UNKNOWN', { fromStore });
    assertReusable(item, this.clock.now());
    return this.add(tx, locked, component, item, { id: fromStore, kind: item.kind }, actor);
  }

  private async open(tx: Tx, id: string, component: string, actor: Actor): Promise<LockedDossier> {
    const locked = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.submit', version: null });
    const { dossier } = locked;
    const awaitsSupplement = dossier.status === 'supplementRequired';
    refuseUnlessAllowed(awaitsSupplement ? 'completeSupplement' : 'edit', lifeOf(dossier));
    if (awaitsSupplement) await refuseGiven(tx, this.requests, dossier, dossier.supplementCount);
    if (!(await askedComponents(tx, this.procedures, dossier)).includes(component)) throw unknownComponent();
    return locked;
  }

  private async add(
    tx: Tx,
    { dossier, head }: LockedDossier,
    component: string,
    content: Content,
    reused: { readonly id: string; readonly kind: StoreItemKind } | null,
    actor: Actor,
  ): Promise<Attached> {
    const now = this.clock.now();
    const { sha256, size, mediaType, name } = content;
    const fromStore = reused?.id ?? null;
    const id = newId();
    const supplement = dossier.status === 'supplementRequired' ? dossier.supplementCount : null;
    const [changed] = await tx.query<{ version: number }>(ADD, [
      id,
      dossier.id,
      component,
      sha256,
      size,
      mediaType,
      name,
      now,
      actor.subject,
      supplement,
      fromStore,
    ]);
    tx.record(
      {
        aggregate: dossier.id,
        at: now,
        actor: actor.subject,
        action: 'fileAttached',
        detail: { component, sha256, size, fromStore },
      },
      head,
    );
    return {
      file: {
        id,
        component,
        sha256,
        size,
        mediaType,
        name,
        uploadedAt: now.toString(),
        supplement,
        fromStore,
        reusedFrom: reused?.kind ?? null,
      },
      version: changed?.version ?? dossier.version + 1,
    };
  }
}

const unknownComponent = (): Refusal<IntakeCode> =>
  new Refusal<IntakeCode>('DOSSIER.COMPONENT_UNKNOWN', {}, [
    {
      pointer: '/component',
      code: 'DOSSIER.COMPONENT_UNKNOWN',
      detail: { vi: 'Thủ tục không có thành phần hồ sơ này.', en: 'The procedure has no such component.' },
    },
  ]);
