import type { DossierRefusalCode } from '@motcua/dossier-domain';
import { type Fault, Refusal, withOffset } from '@motcua/kernel';
import { type Actor, reachOf, refsOf, type Scope } from '@motcua/platform';
import type { DossierFacts } from '../change/dossier-facts.js';
import { officerOf } from '../change/officer.js';
import type { DossierRow, OfficeRequest } from '../persistence/dossier-row.js';
import { SIGNED_REQUEST } from './papers-beside-components.js';
import type { OnBehalfRequest } from './on-behalf.request.js';

const NO_NAME: Fault = {
  pointer: '/askedBy',
  code: 'DOSSIER.FIELD_REQUIRED',
  detail: { vi: 'Phải ghi họ tên người đề nghị.', en: 'Name the person who asked.' },
};
const NO_PAPER: Fault = {
  pointer: '/signedRequest',
  code: 'DOSSIER.FIELD_REQUIRED',
  detail: {
    vi: `Phải đính kèm văn bản đề nghị đã ký (thành phần ${SIGNED_REQUEST}).`,
    en: `Attach the signed request as ${SIGNED_REQUEST} and name it here.`,
  },
};

interface Doing {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly action: OfficeRequest['action'];
  readonly onBehalf: OnBehalfRequest;
}

/**
 * The requests of a dossier with what an office does now on the citizen's behalf: who asked, and the request that they
 * signed. The applicant's own action, and what comes from the portal, needs neither.
 * @rule R23
 * @throws Refusal DOSSIER.INPUT_INVALID
 */
export function withOfficeRequest(
  facts: DossierFacts,
  { actor, scope, action, onBehalf: { askedBy, signedRequest } }: Doing,
  now: Temporal.Instant,
): readonly OfficeRequest[] {
  const { officeRequests, applicantRef } = facts.dossier;
  if (reachOf(scope, actor.roles) !== 'office' || refsOf(actor).includes(applicantRef)) return officeRequests;
  const paper = facts.files.find(({ id, component }) => id === signedRequest && component === SIGNED_REQUEST);
  const name = askedBy?.normalize('NFC').trim() ?? '';
  if (name === '' || !paper) {
    const faults = [...(name === '' ? [NO_NAME] : []), ...(paper ? [] : [NO_PAPER])];
    throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
  }
  const made = {
    action,
    at: withOffset(now),
    askedBy: facts.sealed(name),
    signedRequest: paper.id,
    officer: officerOf(actor),
  };
  return [...officeRequests, made];
}

/** Whether the applicant, who it still is, has consented that the office uses what the store holds. @rule R20 */
export const consentedToReuse = ({ officeRequests }: DossierRow): boolean =>
  officeRequests.some(({ action }) => action === 'reusePapers');

/** What was asked for another applicant's papers is no consent to use these. */
export const requestsOfApplicant = (
  before: Pick<DossierRow, 'applicantRef' | 'officeRequests'>,
  { applicantRef }: Pick<DossierRow, 'applicantRef'>,
): readonly OfficeRequest[] =>
  applicantRef === before.applicantRef
    ? before.officeRequests
    : before.officeRequests.filter(({ action }) => action !== 'reusePapers');
