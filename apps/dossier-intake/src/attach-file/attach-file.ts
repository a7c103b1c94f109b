import { assertAllowed, POWER_OF_ATTORNEY } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { type Answer, created, type PlatformCode } from '@motcua/platform';
import { askedComponents } from '../catalogue/asked-components.js';
import { changed, type DossierChange } from '../change/dossier-change.js';
import { workedOn } from '../change/worked-on.js';
import type { DossierFacts, SeenDossier } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import type { FileView } from '../dossier-view/file.view.js';
import { fileView } from '../dossier-view/to-view.js';
import { isComponent, SIGNED_REQUEST } from '../on-behalf/papers-beside-components.js';
import type { FileRow, StoredFile } from '../persistence/file-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { IntakeCode } from '../problems.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';

/** A content that lies in the file store. */
export type Content = Pick<FileRow, 'sha256' | 'size' | 'mediaType' | 'name'>;

interface AttachFile extends Asked {
  /** Of the new file. */
  readonly fileId: string;
  readonly component: string;
  readonly content: Content;
  /** The content lies in the file store: when the upload came the dossier took it. */
  readonly stored: boolean;
}

/** An upload becomes a component of a draft, or of a dossier that awaits a supplement. */
export const ATTACH_FILE: DossierDecision<AttachFile, object, FileView> = {
  scope: 'dossier.submit',
  decide: (facts, { content, stored, ...command }, now) => {
    assertAttachable(facts, command.component);
    // It takes it now, but did not a moment ago: to be sent again.
    if (!stored) throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
    return attached(facts, { ...command, ...content, fromStore: null, reusedFrom: null, source: null }, now);
  },
  answer: (_, change) => attachedAnswer(change),
};

type Attached = Omit<AttachFile, 'content' | 'stored'> &
  Content &
  Pick<StoredFile, 'fromStore' | 'reusedFrom' | 'source'>;

/** @throws Refusal DOSSIER.ACTION_NOT_ALLOWED, DOSSIER.COMPONENT_UNKNOWN */
export function assertAttachable({ dossier, supplements, version }: SeenDossier, component: string): void {
  if (component === SIGNED_REQUEST)
    return assertAllowed(dossier.status === 'draft' ? 'edit' : 'withdraw', lifeOf(dossier));
  // Until the result is returned the applicant may authorise another.
  if (component === POWER_OF_ATTORNEY)
    return assertAllowed(dossier.status === 'draft' ? 'edit' : 'correct', lifeOf(dossier));
  const awaitsSupplement = dossier.status === 'supplementRequired';
  assertAllowed(awaitsSupplement ? 'completeSupplement' : 'edit', lifeOf(dossier));
  if (awaitsSupplement) assertOpenRequest(dossier, supplements, dossier.supplementCount);
  // A paper beyond the list is asked for under a code of its own.
  const further = awaitsSupplement ? askedFurther(supplements, dossier.supplementCount) : [];
  const evidence = dossier.exemptions.map((exemption) => exemption.evidence.code);
  if (![...askedComponents(version, dossier), ...further, ...evidence].includes(component)) throw unknownComponent();
}

const askedFurther = (supplements: SeenDossier['supplements'], open: number): string[] =>
  supplements
    .filter(({ number }) => number === open)
    .flatMap(({ items }) => items.flatMap((item) => item.component ?? []));

export function attached({ dossier: before }: DossierFacts, command: Attached, now: Temporal.Instant): DossierChange {
  const { actor, fileId, component, sha256, size, mediaType, name, fromStore, reusedFrom, source } = command;
  const file: StoredFile = {
    id: fileId,
    dossierId: before.id,
    component,
    sha256,
    size,
    mediaType,
    name,
    uploadedAt: now,
    uploadedBy: actor.subject,
    supplement: before.status === 'supplementRequired' && isComponent({ component }) ? before.supplementCount : null,
    fromStore,
    reusedFrom,
    fromCitizenStore: false,
    source,
  };
  return {
    before,
    after: changed(before, workedOn(before, now)),
    at: now,
    actor: actor.subject,
    facts: [{ action: 'fileAttached', detail: { component, sha256, size, fromStore } }],
    filesAdded: [file],
  };
}

export function attachedAnswer({ after, filesAdded: [file] = [] }: DossierChange): Answer<FileView> {
  if (!file) throw new Error('what is attached is a file');
  return created(fileView(file, after.channel), { version: after.version });
}

const unknownComponent = (): Refusal<IntakeCode> =>
  new Refusal<IntakeCode>('DOSSIER.COMPONENT_UNKNOWN', {}, [
    {
      pointer: '/component',
      code: 'DOSSIER.COMPONENT_UNKNOWN',
      detail: { vi: 'Thủ tục không có thành phần hồ sơ này.', en: 'The procedure does not ask for this component.' },
    },
  ]);
