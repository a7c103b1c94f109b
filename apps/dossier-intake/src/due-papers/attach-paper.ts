import { Refusal } from '@motcua/kernel';
import { created, type PlatformCode, type Scope } from '@motcua/platform';
import type { DossierChange } from '../change/dossier-change.js';
import type { SeenDossier } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import type { FileView } from '../dossier-view/file.view.js';
import { fileView } from '../dossier-view/to-view.js';
import type { DossierRow, DuePaper } from '../persistence/dossier-row.js';
import type { FileRow, StoredFile } from '../persistence/file-row.js';

export interface AttachPaper extends Asked, Pick<FileRow, 'sha256' | 'size' | 'mediaType' | 'name'> {
  readonly fileId: string;
  /** Of what is due. */
  readonly number: number;
  /** The content lies in the file store. */
  readonly stored: boolean;
}

interface Papered {
  readonly paper: DuePaper;
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly content: { readonly sha256: string; readonly size: number };
}

/** A paper about something that is due: a file of the dossier beside its components, named by what it is about. */
interface PaperRule {
  readonly scope: Scope;
  /** As what the file lies in the dossier. */
  readonly component: string;
  /** @throws Refusal DOSSIER.ACTION_NOT_ALLOWED, RESOURCE.NOT_FOUND */
  assertDue(seen: Pick<SeenDossier, 'dossier'>, number: number): void;
  change(before: DossierRow, papered: Papered): DossierChange;
}

export interface PaperOfDue extends PaperRule {
  readonly decision: DossierDecision<AttachPaper, object, FileView>;
}

export const paperOfDue = (rule: PaperRule): PaperOfDue => ({ ...rule, decision: attaching(rule) });

const attaching = (due: PaperRule): PaperOfDue['decision'] => ({
  scope: due.scope,
  decide: (facts, { fileId, number, stored, sha256, size, mediaType, name, actor: { subject: actor } }, now) => {
    due.assertDue(facts, number);
    if (!stored) throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
    const file: StoredFile = {
      ...{ id: fileId, dossierId: facts.dossier.id, component: due.component, sha256, size, mediaType, name },
      ...{ uploadedAt: now, uploadedBy: actor, supplement: null, fromStore: null, fromCitizenStore: false },
      ...{ reusedFrom: null, source: null },
    };
    const papered = { paper: { fileId, name }, number, at: now, actor, content: { sha256, size } };
    return { ...due.change(facts.dossier, papered), filesAdded: [file] };
  },
  answer: (_, { after, filesAdded: [file] = [] }) =>
    created(fileView(file!, after.channel), { version: after.version }),
});
