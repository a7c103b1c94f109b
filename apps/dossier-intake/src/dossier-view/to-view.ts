import {
  type Channel,
  ENDED,
  type FileStanding,
  givenItems,
  isDigitised,
  missingComponents,
  receivedOnPaper,
  standingOfFiles,
  STATUSES,
  takenOver,
  variantOf,
} from '@motcua/dossier-domain';
import { type Fault, type Language, withOffset } from '@motcua/kernel';
import { openText } from '@motcua/platform';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { type DossierRow, owedOf } from '../persistence/dossier-row.js';
import { openParties } from '../persistence/parties.js';
import type { DossierView } from './dossier.view.js';
import type { StoredFile } from '../persistence/file-row.js';
import type { FileView } from './file.view.js';
import type { DossierParts } from '../persistence/dossier-parts.js';
import { openForm } from '../persistence/stored-form.js';
import type { SupplementRow } from '../persistence/supplement-row.js';
import type { AskedItemView } from './asked-item.view.js';

const written = (instant: Temporal.Instant | null): string | null => (instant === null ? null : withOffset(instant));

/** The view as a plain document. */
export type DossierDocument = Pick<DossierView, keyof DossierView>;

/** A row and what belongs to it, as the API shows it to everybody who may see it. */
export function toView(
  row: DossierRow,
  parts: DossierParts,
  sealingKey: string,
): Omit<DossierDocument, 'allowedActions'> {
  const { kind, identityType, identityNumber, fullName, phone, email, address } = row.applicant;
  return {
    id: row.id,
    code: row.code,
    status: row.status,
    statusNumber: STATUSES[row.status].number,
    statusSince: withOffset(row.statusSince),
    reason: row.statusReason,
    procedureCode: row.procedureCode,
    procedureVersion: row.procedureVersion,
    procedureName: row.procedureName,
    variant: row.variant,
    channel: row.channel,
    submissionAgency: row.submissionAgency,
    receivingAgency: row.receivingAgency,
    competentAgency: row.competentAgency,
    applicant: {
      kind,
      identity: { type: identityType, number: openText(sealingKey, identityNumber) },
      fullName,
      phone,
      email,
      address,
    },
    ...openParties(row.parties, sealingKey),
    delivery: row.delivery,
    formData: openForm(row.formData, sealingKey),
    language: row.language,
    portalCode: row.portalCode,
    assisted: row.assisted,
    exemptions: row.exemptions,
    submittedBy: row.submittedBy,
    createdAt: withOffset(row.createdAt),
    submittedAt: written(row.submittedAt),
    receptionDueAt: written(row.receptionDueAt),
    feeLines: row.feeLines,
    owed: owedOf(row),
    feeDemand: row.feeDemand && {
      ...row.feeDemand,
      notice: row.feeDemand.notice ?? null,
      demandedBy: row.feeDemand.demandedBy.name,
    },
    otherDues: row.otherDues.map(({ askedBy, proof, cancelled, ...due }) => ({
      ...due,
      askedBy: askedBy.name,
      proof: proof && { paper: proof.paper, givenAt: proof.givenAt, officerName: proof.officer?.name ?? null },
      cancelled: cancelled && { reason: cancelled.reason, at: cancelled.at, officerName: cancelled.officer.name },
    })),
    acceptedAt: written(row.acceptedAt),
    statutoryDueAt: written(row.statutoryDueAt),
    promisedDueAt: written(row.promisedDueAt),
    provisional: row.acceptance?.provisional ?? null,
    cashReceiptNumber: row.cashReceiptNumber,
    holder: {
      agency: row.holderAgency,
      agencyName: parts.holderName,
      officerName: row.holderOfficer,
      step: row.holderStep,
    },
    withdrawalRequestedAt: written(row.withdrawalAskedAt),
    outcome: row.outcome,
    officeRequests: row.officeRequests.map(({ askedBy, officer, ...request }) => ({
      ...request,
      askedBy: openText(sealingKey, askedBy),
      officer: officer.name,
    })),
    received: row.received,
    corrections: row.corrections,
    linked: row.link && {
      id: row.link.id,
      groupName: row.link.groupName,
      step: row.link.step,
      waitsFor: ENDED.has(row.status) ? [] : row.waitsFor,
    },
    returned: row.returned && {
      ...row.returned,
      receivedBy: row.returned.receivedBy && (JSON.parse(openText(sealingKey, row.returned.receivedBy)) as object),
    },
    populationCheck: row.populationCheck && {
      outcome: row.populationCheck.outcome,
      fields: row.populationCheck.fields,
      at: row.populationCheck.at,
    },
    files: fileViews(parts, row.channel),
    supplementRequests: parts.supplements.map((request) => ({
      number: request.number,
      beforeAcceptance: request.beforeAcceptance,
      requestedAt: withOffset(request.requestedAt),
      items: itemsOf(request),
      deadlineAt: withOffset(request.deadlineAt),
      requestedBy: request.requestedBy.name,
      givenAt: written(request.givenAt),
      completedAt: written(request.completedAt),
      rejectedReason: request.rejectedReason,
      enoughReason: request.enoughReason,
      cancelledAt: written(request.cancelledAt),
      cancelledReason: request.cancelledReason,
    })),
    results: parts.results.map((result) => ({
      id: result.id,
      code: result.code,
      name: result.name,
      number: result.number,
      issuedAt: withOffset(result.issuedAt),
      sha256: result.sha256,
      mediaType: result.mediaType,
      signedBeside: result.signature !== null,
      decision: result.decision ?? 'granted',
      validUntil: result.validUntil,
      revokedAt: written(result.revokedAt),
      revokedReason: result.revokedReason,
      replacedBy: result.replacedBy,
      heldBack: owedOf(row) > 0,
    })),
  };
}

/** Each thing that was asked for, marked where it is there. */
function itemsOf({ items, parts, givenAt, enoughReason }: SupplementRow): AskedItemView[] {
  const there = givenItems({ parts });
  const isWhole = givenAt !== null && enoughReason === null;
  return items.map((item, index) => ({ ...item, given: isWhole || there.has(index + 1) }));
}

/** The papers, old and new told apart. */
export function fileViews(
  { files, supplements }: Pick<DossierParts, 'files' | 'supplements'>,
  channel: Channel,
): FileView[] {
  const standing = standingOfFiles(files, supplements);
  return files.map((file) => fileView(file, channel, standing.get(file.id)));
}

/** @param standing of a file that has just come: that of its request, which is not given yet */
export const fileView = (
  file: StoredFile,
  channel: Channel,
  standing: FileStanding = file.supplement === null ? 'current' : 'notGiven',
): FileView => ({
  standing,
  id: file.id,
  component: file.component,
  sha256: file.sha256,
  size: file.size,
  mediaType: file.mediaType,
  name: file.name,
  uploadedAt: withOffset(file.uploadedAt),
  supplement: file.supplement,
  fromStore: file.fromStore,
  reusedFrom: file.reusedFrom,
  digitised: isDigitised(channel, file),
  fromCitizenStore: file.fromCitizenStore,
});

/** What a draft still lacks. */
export function incompleteness(
  row: DossierRow,
  parts: DossierParts,
  version: AnnouncedVersion,
  formFaults: readonly Fault[],
  language: Language,
): Pick<DossierView, 'missing' | 'faults'> {
  const variant = variantOf(decided(version), row.variant);
  return {
    missing: variant
      ? missingComponents(variant, [
          ...parts.files.map(({ component }) => component),
          ...receivedOnPaper(row.received),
          ...takenOver(row.link),
        ])
      : [],
    faults: formFaults.map(({ pointer, code, detail }) => ({ pointer, code, detail: detail[language] })),
  };
}
