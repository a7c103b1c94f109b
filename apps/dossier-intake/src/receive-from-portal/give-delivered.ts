import { Refusal } from '@motcua/kernel';
import type { DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import { COMPLETE_SUPPLEMENT } from '../decisions/complete-supplement.js';
import type { StoredFile } from '../persistence/file-row.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

/** A change that brings papers while a supplement is awaited completes it, where all that was asked is among them. */
export function giveDelivered(
  facts: DossierFacts,
  change: DossierChange,
  given: readonly StoredFile[],
  now: Temporal.Instant,
): DossierChange {
  const number = facts.dossier.supplementCount;
  const files = given.map((file) => ({ ...file, supplement: number }));
  const withFiles = { ...change, filesAdded: files };
  try {
    const completed = COMPLETE_SUPPLEMENT.decide(
      { ...facts, dossier: facts.dossier, files: [...facts.files, ...files] },
      {
        id: facts.dossier.id,
        number,
        formData: undefined,
        onBehalf: {},
        fieldsUnchecked: true,
        actor: NATIONAL_PORTAL,
        version: null,
        language: 'vi',
      },
      now,
    ) as DossierChange;
    const { applicant, applicantRef, delivery } = change.after;
    return {
      ...withFiles,
      ...completed,
      after: { ...completed.after, applicant, applicantRef, delivery },
      filesAdded: files,
      facts: [...change.facts, ...completed.facts],
    };
  } catch (error) {
    // What is still missing stays asked for.
    if (error instanceof Refusal && error.code === 'DOSSIER.COMPONENTS_MISSING') return withFiles;
    throw error;
  }
}
