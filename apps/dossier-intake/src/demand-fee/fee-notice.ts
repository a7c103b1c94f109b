import { assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { SeenDossier } from '../change/dossier-facts.js';
import { paperOfDue } from '../due-papers/attach-paper.js';
import { FEE_NOTICE } from '../on-behalf/papers-beside-components.js';
import type { StoredFeeDemand } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

/** The latest demand alone: of an earlier one everything is said. */
function demanded({ dossier }: Pick<SeenDossier, 'dossier'>, number: number): StoredFeeDemand {
  assertAllowed('correct', lifeOf(dossier));
  if (dossier.feeDemand?.number !== number) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return dossier.feeDemand;
}

/** The notice (thông báo) of a fee of ours that arose after the submission, whoever demanded it: one-stop or case. @rule R21 */
export const NOTICE_OF_FEE = paperOfDue({
  scope: 'case.work',
  component: FEE_NOTICE,
  assertDue: (seen, number) => void demanded(seen, number),
  change: (before, { paper, number, at, actor, content }) => ({
    before,
    after: changed(before, { feeDemand: { ...demanded({ dossier: before }, number), notice: paper } }),
    at,
    actor,
    facts: [{ action: 'feeNoticeAttached', detail: { number, ...content } }],
  }),
});
