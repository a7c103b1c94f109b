import type { Plain, SupplementItem } from '@motcua/contracts';
import { checkSubmission, missingComponents, type Remark, variantOf } from '@motcua/dossier-domain';
import { askedComponents } from '../catalogue/asked-components.js';
import { decided } from '../catalogue/procedures.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import { submittable } from '../change/submittable.js';

/** What of a submission its applicant can mend; the rest an officer sees. */
const MENDABLE = /^\/(applicant|delivery)\//;
const FILES = '/files';

/** What the applicant must give or correct (R21): faults of files, missing components, and faults of the applicant's data. */
export function whatMisses(
  facts: DossierFacts,
  fileFaults: readonly Plain<SupplementItem>[],
  now: Temporal.Instant,
): Remark[] {
  const { dossier, version } = facts;
  const draft = submittable(facts);
  const asked = askedComponents(version, dossier);
  const variant = variantOf(decided(version), dossier.variant);
  const ofFiles = fileFaults.map(({ component, reason }) =>
    component !== null && asked.includes(component)
      ? { component, field: null, reason }
      : { component: null, field: FILES, reason },
  );
  const told = new Set(ofFiles.map(({ component }) => component));
  const names = new Map(
    (version.variants.find(({ code }) => code === dossier.variant)?.components ?? []).map(({ code, name }) => [
      code,
      name,
    ]),
  );
  const missing = (variant ? missingComponents(variant, draft.attached) : [])
    .filter((component) => !told.has(component))
    .map((component) => ({ component, field: null, reason: `Thiếu giấy tờ: ${names.get(component) ?? component}.` }));
  const faults = checkSubmission(draft, decided(version), now)
    .filter(({ pointer }) => MENDABLE.test(pointer))
    .map(({ pointer, detail }) => ({ component: null, field: pointer, reason: detail.vi }));
  // A file that could not be taken, but whose component another file gives, is still told.
  return [...ofFiles, ...missing, ...faults];
}
