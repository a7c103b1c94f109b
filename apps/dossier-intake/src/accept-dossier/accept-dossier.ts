import { accept, type DossierAccepted, receivedOnPaper, variantOf } from '@motcua/dossier-domain';
import { type Reduction, termReduction } from '@motcua/fee-domain';
import { withOffset } from '@motcua/kernel';
import { created } from '@motcua/platform';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { type DifferenceNow, differenceNow } from '../change/difference-now.js';
import { componentsOf } from '../catalogue/asked-components.js';
import { formFields } from '../catalogue/form-fields.js';
import { changed } from '../change/dossier-change.js';
import { currentFiles } from '../persistence/current-files.js';
import { isComponent } from '../on-behalf/papers-beside-components.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import type { DossierRow, StoredAcceptance } from '../persistence/dossier-row.js';
import type { StoredFile } from '../persistence/file-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { StoreItemRow } from '../persistence/store-item-row.js';

interface AcceptDossier extends Asked {
  readonly cashReceiptNumber: string | null;
}

export interface Acceptance extends DossierDocument {
  /** Where the version of the submission is no longer the one in force (R14). */
  readonly versionDifference: DifferenceNow | null;
}

/** The term begins (R3), and both due dates are computed and frozen (R14, R17, R18). */
export const ACCEPT_DOSSIER: DossierDecision<AcceptDossier, object, Acceptance> = {
  action: 'accept',
  decide: (facts, { cashReceiptNumber, actor }, now) => {
    const { dossier: before, version: atSubmission } = facts;
    const files = currentFiles(facts).filter(isComponent);
    const inForce = facts.circumstances.inForce(now);
    const calendar = facts.circumstances.calendarOf(before.competentAgency);
    const reduction = reductionFor(facts, inForce, now);
    const fact = accept(lifeOf(before), {
      variant: before.variant,
      attached: [...files, ...onPaper(before)],
      atSubmission: decided(atSubmission),
      inForce: inForce && decided(inForce),
      reductionBasisPoints: reduction?.basisPoints ?? 0,
      cashReceiptNumber,
      calendar: calendar.calendar,
      now,
    });
    const acceptance = acceptanceOf(fact, reduction, calendar);
    const binding = fact.procedureVersion === atSubmission.version ? atSubmission : (inForce ?? atSubmission);
    const { statutoryDueAt, promisedDueAt } = acceptance;
    const detail = {
      cashReceiptNumber,
      statutoryDueAt,
      promisedDueAt,
      reduction,
      difference: differenceNow(facts, now),
    };
    const after = changed(before, {
      ...acceptedFields(fact, before),
      acceptedBy: officerOf(actor),
      acceptance,
      // Who accepts a dossier with a claim has seen what proves it.
      exemptions: before.exemptions.map((claim) => ({ ...claim, grantedBy: claim.grantedBy ?? officerOf(actor) })),
    });
    return {
      before,
      after,
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'accepted',
          detail,
          told: {
            ...{ fact, files, binding },
            components: componentsOf(facts.version, before),
            formFields: formFields(facts.version.formSchema),
          },
        },
      ],
      stored: papersOf(after, files, binding),
    };
  },
  answer: (shown, { after, facts: [fact] }) => {
    const versionDifference = (fact.detail['difference'] ?? null) as DifferenceNow | null;
    return created({ ...shown(), versionDifference }, { version: after.version });
  },
};

/** What lies there on paper is there, though it has no file. */
const onPaper = ({ received }: DossierRow) =>
  receivedOnPaper(received).map((component) => ({ component, source: null }));

const reductionFor = (
  { dossier, version, circumstances }: DossierFacts,
  inForce: AnnouncedVersion | null,
  acceptedAt: Temporal.Instant,
): Reduction | null =>
  termReduction({
    procedure: { code: version.code, field: (inForce ?? version).field.code },
    channel: dossier.channel,
    agencyAncestors: circumstances.agency(dossier.competentAgency)?.ancestors ?? [dossier.competentAgency],
    policies: circumstances.policies,
    acceptedAt,
  });

const acceptedFields = (fact: DossierAccepted, { competentAgency }: DossierRow): Partial<DossierRow> => ({
  status: fact.status,
  statusSince: fact.acceptedAt,
  statusReason: null,
  acceptedAt: fact.acceptedAt,
  cashReceiptNumber: fact.cashReceiptNumber,
  statutoryDueAt: fact.statutoryDueAt,
  promisedDueAt: fact.promisedDueAt,
  holderAgency: competentAgency,
});

const acceptanceOf = (
  fact: DossierAccepted,
  reduction: Reduction | null,
  { code, revision }: { readonly code: string; readonly revision: number },
): StoredAcceptance => ({
  procedureVersion: fact.procedureVersion,
  term: fact.term,
  // A term of the same day cannot be promised sooner.
  reduction: fact.term.unit === 'sameDay' ? null : reduction,
  calendar: { code, revision },
  statutoryDueAt: withOffset(fact.statutoryDueAt),
  promisedDueAt: withOffset(fact.promisedDueAt),
  provisional: fact.provisional,
});

/** What the one-stop has accepted once is not asked for again. @rule R20 */
function papersOf(
  { id, applicantRef, acceptedAt, submittedAt, createdAt, variant }: DossierRow,
  files: readonly StoredFile[],
  version: AnnouncedVersion,
): Omit<StoreItemRow, 'id'>[] {
  const names = new Map(variantOf(decided(version), variant)?.components.map(({ code, name }) => [code, name]));
  return files.map(({ component, sha256, size, mediaType, name, source }) => ({
    applicantRef,
    kind: 'paper',
    dossierId: id,
    code: component,
    name: names.get(component) ?? component,
    number: null,
    issuedAt: acceptedAt ?? submittedAt ?? createdAt,
    sha256,
    size,
    mediaType,
    fileName: name,
    decision: null,
    // It holds as long as what it is a copy of.
    sourceId: source && (source.sourceId ?? source.id),
    validUntil: null,
    revokedAt: null,
    revokedReason: null,
    replacedBy: null,
    signature: null,
  }));
}
