import { assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';
import type { SeenDossier } from '../change/dossier-facts.js';
import { type PaperOfDue, paperOfDue } from '../due-papers/attach-paper.js';
import { OTHER_DUE_PAPER } from '../on-behalf/papers-beside-components.js';
import type { StoredOtherDue } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { withDue } from './settle-other-due.js';

/** The due that a paper is about, also where that is proven already. */
function papered({ dossier }: Pick<SeenDossier, 'dossier'>, number: number): StoredOtherDue {
  assertAllowed('correct', lifeOf(dossier));
  const due = dossier.otherDues.find((one) => one.number === number);
  if (!due) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return due;
}

const paperOf = (as: 'notice' | 'proof'): PaperOfDue =>
  paperOfDue({
    scope: as === 'notice' ? 'dossier.receive' : 'dossier.message',
    component: OTHER_DUE_PAPER,
    assertDue: (seen, number) => void papered(seen, number),
    change: (before, { paper, number, at, actor, content }) => {
      const due = papered({ dossier: before }, number);
      const fact = { action: 'otherDuePaperAttached', detail: { number, as, ...content } } as const;
      return withDue(before, as === 'notice' ? { ...due, notice: paper } : { ...due, proofPaper: paper }, {
        ...{ actor, at, fact },
      });
    },
  });

/** The notice of the body that collects it, which the applicant may fetch; or the paper that proves the payment. */
export const DUE_PAPERS = { notice: paperOf('notice'), proof: paperOf('proof') } as const;
