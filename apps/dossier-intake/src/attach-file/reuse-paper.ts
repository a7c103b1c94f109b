import { Refusal } from '@motcua/kernel';
import { refsOfHolder, sql } from '@motcua/platform';
import { assertReusable } from '../applicant-store/assert-reusable.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import type { FileView } from '../dossier-view/file.view.js';
import { consentedToReuse } from '../on-behalf/office-request.js';
import { STORED_PAPER_COLUMNS, type StoredPaper } from '../persistence/store-item-row.js';
import type { IntakeCode } from '../problems.js';
import { assertAttachable, attached, attachedAnswer } from './attach-file.js';

interface ReusePaper extends Asked {
  /** Of the new file. */
  readonly fileId: string;
  readonly component: string;
  readonly fromStore: string;
}

/**
 * A paper of the applicant's store becomes a component: by the store's owner, who acts for it, or the office
 * with the owner's consent. @rule R20
 * @throws Refusal STORE.ITEM_UNKNOWN: also where the paper is another's; STORE.ITEM_EXPIRED, STORE.ITEM_REVOKED,
 * STORE.ITEM_IS_DENIAL, STORE.ITEM_UNPAID
 */
export const REUSE_PAPER: DossierDecision<ReusePaper, { readonly item: StoredPaper | undefined }, FileView> = {
  scope: 'dossier.submit',
  more: async (queries, _, commands) => {
    const ids = commands.map(({ fromStore }) => fromStore);
    const items = await queries.query<StoredPaper>(
      sql`SELECT ${STORED_PAPER_COLUMNS} FROM stored_paper p WHERE p.id = ANY (${ids}::uuid[])`,
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    return ids.map((id) => ({ item: byId.get(id) }));
  },
  decide: (facts, command, now) => {
    const { dossier, item } = facts;
    const { actor, component, fromStore } = command;
    assertAttachable(facts, component);
    const owners = consentedToReuse(dossier) ? [dossier.applicantRef] : refsOfHolder(actor, dossier.applicantRef);
    if (!item || !owners.includes(item.applicantRef))
      throw new Refusal<IntakeCode>('STORE.ITEM_UNKNOWN', { fromStore });
    assertReusable(item, now);
    const { sha256, size, mediaType, fileName: name } = item;
    return attached(facts, { ...command, sha256, size, mediaType, name, reusedFrom: item.kind, source: item }, now);
  },
  answer: (_, change) => attachedAnswer(change),
};
