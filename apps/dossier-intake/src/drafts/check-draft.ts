import {
  checkSubmission,
  type DossierRefusalCode,
  missingComponents,
  POWER_OF_ATTORNEY,
  type SubmittableDraft,
  variantOf,
} from '@motcua/dossier-domain';
import { type Fault, Refusal } from '@motcua/kernel';
import { type Actor, mayReach, permittedReach } from '@motcua/platform';
import { normalApplicant } from '../asked-fields/normal-applicant.js';
import { normalParties } from '../asked-fields/normal-parties.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { claimedOf, exemptionFaults, openExemptions } from '../change/claimed-exemptions.js';
import { channelFaults } from '../change/channel-faults.js';
import type { DraftedFields } from '../change/new-draft.js';
import type { IntakeCode } from '../problems.js';
import type { AskedDraft, DraftFacts } from './draft-facts.js';
import type { DraftRequest } from './draft.request.js';

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/**
 * Checks all of a draft that can be checked before its papers are there.
 * @throws Refusal DOSSIER.PROCEDURE_NOT_IN_FORCE, DOSSIER.INPUT_INVALID with every fault, DOSSIER.AGENCY_NOT_YOURS
 */
export function checkDraft({ request, actor }: AskedDraft, facts: DraftFacts, now: Temporal.Instant): DraftedFields {
  const { circumstances, identity, parties } = facts;
  const places = placesOf(request, circumstances, actor);
  const version = openProcedureOf(request.procedureCode, circumstances, now);
  const applicant = normalApplicant(request.applicant);
  const variant = chosenVariant(request, version);
  const draft: SubmittableDraft = {
    variant: variant ?? '',
    channel: request.channel,
    submissionAgency: circumstances.openAgency(places.submission),
    receivingAgency: circumstances.openAgency(places.receiving),
    competentAgency: circumstances.openAgency(places.competent),
    applicant,
    ...normalParties(request),
    delivery: { method: request.delivery.method, address: request.delivery.address ?? null },
    attached: [...everyComponent(version, variant), POWER_OF_ATTORNEY],
  };
  const open = openExemptions(
    { channel: request.channel, competentAgency: places.competent, applicant: { kind: applicant.kind } },
    circumstances,
    version,
    now,
  );
  const faults = [
    ...checkSubmission(draft, decided(version), now),
    ...channelFaults(request.channel, actor),
    ...markFaults(request, actor, facts),
    ...exemptionFaults(request.exemptions ?? [], open),
  ];
  if (faults.length > 0)
    throw new Refusal<DossierRefusalCode>(
      'DOSSIER.INPUT_INVALID',
      variant === undefined ? { variants: version.variants.map(({ code }) => code) } : {},
      faults,
    );
  assertOwnAgency(actor, circumstances, Object.values(places));
  return {
    procedureCode: version.code,
    procedureVersion: version.version,
    procedureName: version.name,
    variant: draft.variant,
    channel: request.channel,
    submissionAgency: places.submission,
    receivingAgency: places.receiving,
    competentAgency: places.competent,
    applicantRef: identity.ref,
    applicant: {
      kind: applicant.kind,
      identityType: applicant.identity.type,
      identityNumber: identity.sealed,
      fullName: applicant.fullName,
      phone: applicant.phone ?? null,
      email: applicant.email ?? null,
      address: request.applicant.address ?? null,
    },
    ...parties,
    delivery: { method: request.delivery.method, address: request.delivery.address ?? null },
    formData: facts.form,
    exemptions: claimedOf(request.exemptions ?? [], open),
    language: request.language ?? 'vi',
    portalCode: request.portalCode ?? null,
    assisted: request.assisted ?? false,
    holderAgency: places.receiving,
  };
}

/** Three places, each by its identifier in the current form, in whichever it comes (R2). @rule R23 */
function placesOf(
  { channel, submissionAgency, receivingAgency, competentAgency }: DraftRequest,
  circumstances: Circumstances,
  actor: Actor,
) {
  // One that is closed is who took its place.
  const current = (identifier: string): string =>
    (circumstances.openAgency(identifier) ?? circumstances.agency(identifier))?.code ?? identifier;
  const receiving = current(receivingAgency);
  const handedIn = submissionAgency ?? (channel === 'online' ? null : (actor.agency ?? receiving));
  return { receiving, competent: current(competentAgency), submission: handedIn === null ? null : current(handedIn) };
}

/** An officer's or a system's agency must have a part in the dossier. */
function assertOwnAgency(actor: Actor, circumstances: Circumstances, places: readonly (string | null)[]): void {
  if (permittedReach(actor, 'dossier.submit') === 'own') return;
  const offices = places.flatMap((code) => circumstances.agency(code)?.ancestors ?? []);
  if (!mayReach(actor, 'dossier.submit', { agencies: offices, offices }))
    throw new Refusal<IntakeCode>('DOSSIER.AGENCY_NOT_YOURS', { agency: actor.agency ?? null });
}

const chosenVariant = ({ variant }: DraftRequest, version: AnnouncedVersion): string | undefined =>
  variant ?? (version.variants.length === 1 ? version.variants[0]?.code : undefined);

/** Papers come later: a draft is checked as if they were there. */
function everyComponent(version: AnnouncedVersion, code: string | undefined): string[] {
  const variant = code === undefined ? undefined : variantOf(decided(version), code);
  return variant ? missingComponents(variant, []) : [];
}

/** What is wrong with the portal's code, which comes from the portal and names one dossier, and with the mark of help. @rule R22 */
const markFaults = (
  { channel, portalCode, assisted = false }: DraftRequest,
  actor: Actor,
  { portalCodeTaken }: Pick<DraftFacts, 'portalCodeTaken'>,
): Fault[] => [
  ...portalCodeFaults(portalCode ?? null, actor, portalCodeTaken),
  ...(assisted && channel !== 'online'
    ? [
        fault(
          '/assisted',
          'DOSSIER.ASSISTED_INVALID',
          'Chỉ ghi nhận việc hướng dẫn tại quầy đối với hồ sơ trực tuyến.',
          'Only an online dossier can be marked as assisted.',
        ),
      ]
    : []),
];

function portalCodeFaults(portalCode: string | null, actor: Actor, isTaken: boolean): Fault[] {
  if (portalCode === null) return [];
  // Who may not give one is not told which there are.
  if (permittedReach(actor, 'dossier.submit') === 'own')
    return [
      fault(
        '/portalCode',
        'DOSSIER.PORTAL_CODE_NOT_YOURS',
        'Mã hồ sơ của Cổng Dịch vụ công quốc gia do hệ thống kết nối ghi.',
        'Only the system connected to the national portal sets its code.',
      ),
    ];
  return isTaken
    ? [
        fault(
          '/portalCode',
          'DOSSIER.PORTAL_CODE_TAKEN',
          'Đã có hồ sơ mang mã này của Cổng Dịch vụ công quốc gia.',
          'Another dossier has this code of the national portal already.',
        ),
      ]
    : [];
}
