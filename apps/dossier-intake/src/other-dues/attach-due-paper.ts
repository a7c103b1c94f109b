import { assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { created, type PlatformCode } from '@motcua/platform';
import type { SeenDossier } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { fileView } from '../dossier-view/to-view.js';
import type { FileView } from '../dossier-view/file.view.js';
import { OTHER_DUE_PAPER } from '../on-behalf/papers-beside-components.js';
import type { FileRow, StoredFile } from '../persistence/file-row.js';
import type { StoredOtherDue } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { withDue } from './settle-other-due.js';

interface AttachDuePaper extends Asked, Pick<FileRow, 'sha256' | 'size' | 'mediaType' | 'name'> {
  readonly fileId: string;
  readonly number: number;
  readonly as: 'notice' | 'proof';
  /** The content lies in the file store. */
  readonly stored: boolean;
}

/** The due that a paper is about, also where that is proven already. @throws Refusal DOSSIER.ACTION_NOT_ALLOWED, RESOURCE.NOT_FOUND */
export function duePapered({ dossier }: Pick<SeenDossier, 'dossier'>, number: number): StoredOtherDue {
  assertAllowed('correct', lifeOf(dossier));
  const due = dossier.otherDues.find((one) => one.number === number);
  if (!due) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return due;
}

const attaching = (as: 'notice' | 'proof'): DossierDecision<AttachDuePaper, object, FileView> => ({
  scope: as === 'notice' ? 'dossier.receive' : 'dossier.message',
  decide: (facts, { fileId, number, stored, sha256, size, mediaType, name, actor }, now) => {
    const due = duePapered(facts, number);
    if (!stored) throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
    const file: StoredFile = {
      ...{ id: fileId, dossierId: facts.dossier.id, component: OTHER_DUE_PAPER, sha256, size, mediaType, name },
      ...{ uploadedAt: now, uploadedBy: actor.subject, supplement: null, fromStore: null, fromCitizenStore: false },
      ...{ reusedFrom: null, source: null },
    };
    const paper = { fileId, name };
    const papered = as === 'notice' ? { ...due, notice: paper } : { ...due, proofPaper: paper };
    const fact = { action: 'otherDuePaperAttached', detail: { number, as, sha256, size } } as const;
    return { ...withDue(facts.dossier, papered, { actor: actor.subject, at: now, fact }), filesAdded: [file] };
  },
  answer: (_, { after, filesAdded: [file] = [] }) =>
    created(fileView(file!, after.channel), { version: after.version }),
});

/** The notice of the body that collects it, which the applicant may fetch; or the paper that proves the payment. */
export const ATTACH_DUE_PAPER = { notice: attaching('notice'), proof: attaching('proof') } as const;
