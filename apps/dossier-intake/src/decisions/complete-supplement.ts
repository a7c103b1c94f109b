import { isDeepStrictEqual } from 'node:util';
import { completeSupplement, assertAllowed, type Remark, type SupplementCompleted } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { accepted, created, type PlatformCode } from '@motcua/platform';
import { changedFields } from '../change/changed-fields.js';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { officerOf } from '../change/officer.js';
import { withOfficeRequest } from '../on-behalf/office-request.js';
import type { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';

export interface CompleteSupplement extends Asked {
  readonly number: number;
  /** The rest comes later. */
  readonly partly?: boolean;
  /** Where fields were asked for: the corrected form data, whole. */
  readonly formData: Readonly<Record<string, unknown>> | undefined;
  readonly onBehalf: OnBehalfRequest;
  /** What the dossier says of its applicant, corrected, where that was asked for. */
  readonly applicant?: CorrectedApplicant | undefined;
  /** What the portal hands over brings papers and the applicant alone. */
  readonly fieldsUnchecked?: true;
}

type CorrectedApplicant = Partial<Pick<DossierRow['applicant'], 'fullName' | 'phone' | 'email' | 'address'>>;

const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], document);

const differ = (before: object, after: object) => (pointer: string) =>
  !isDeepStrictEqual(valueAt(before, pointer), valueAt(after, pointer));

/** The applicant gives what was asked: registered again, or after acceptance the case decides. @rule R9 */
export const COMPLETE_SUPPLEMENT: DossierDecision<CompleteSupplement> = {
  action: 'completeSupplement',
  decide: (facts, { number, partly, formData, applicant, fieldsUnchecked, actor, onBehalf }, now) => {
    const { dossier: before, supplements, version, circumstances } = facts;
    const request = supplements.find((one) => one.number === number);
    if (!request) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertAllowed('completeSupplement', lifeOf(before));
    assertOpenRequest(before, supplements, number);
    const was = { formData: facts.form(), applicant: before.applicant };
    const corrected = {
      formData: formData ?? was.formData,
      applicant: { ...before.applicant, ...correctionsAsked(request.items, applicant) },
    };
    const given = facts.files.filter(({ supplement }) => supplement === number);
    const fact = completeSupplement(lifeOf(before), {
      channel: before.channel,
      request,
      ...(partly !== undefined && { partly }),
      attachedSince: given.map(({ component }) => component),
      formFaults: formData === undefined ? [] : facts.formFaults(version, formData),
      changed: fieldsUnchecked ? () => true : differ(was, corrected),
      calendar: circumstances.calendarOf(before.receivingAgency).calendar,
      now,
    });
    const changes = changedFields(was, corrected);
    const correction =
      changes.length === 0
        ? undefined
        : {
            dossierId: before.id,
            number: before.corrections + 1,
            correctedAt: now,
            correctedBy: officerOf(actor),
            fields: changes.map(({ field }) => field),
            content: { reason: `Bổ sung theo yêu cầu số ${number}`, askedBy: before.applicant.fullName, changes },
          };
    const asked = { actor, scope: 'dossier.submit', action: 'completeSupplement', onBehalf } as const;
    const common = {
      before,
      // The former values are kept, as those of a correction are.
      ...(correction && { correction }),
      applicantChanged: applicant !== undefined,
      at: now,
      actor: actor.subject,
    };
    const bettered = {
      ...corrected,
      formData: formData === undefined ? before.formData : facts.sealedForm(formData),
      officeRequests: withOfficeRequest(facts, asked, now),
      corrections: correction?.number ?? before.corrections,
    };
    const detail = {
      number,
      files: given.map(({ component, sha256 }) => ({ component, sha256 })),
      formDataChanged: formData !== undefined,
    };
    if ('part' in fact) {
      const { part, missing } = fact;
      return {
        ...common,
        after: changed(before, bettered),
        facts: [
          { action: 'supplementPartGiven', detail: { ...detail, items: part.items }, told: { number, part, missing } },
        ],
        supplements: [{ before: request, after: { ...request, parts: [...request.parts, part] } }],
      };
    }
    const told = { number, files: given, enough: null };
    return {
      ...common,
      after: changed(before, { ...movedBy(fact), ...bettered }),
      facts: [
        fact.afterAcceptance
          ? { action: 'supplementGiven', detail, told }
          : { action: 'supplementCompleted', detail, told },
      ],
      supplements: [
        {
          before: request,
          after: { ...request, givenAt: now, completedAt: fact.afterAcceptance ? null : now, rejectedReason: null },
        },
      ],
    };
  },
  // After acceptance the case decides on the whole of it.
  answer: (shown, { facts: [{ action }], after: { version } }) =>
    (action === 'supplementGiven' ? accepted : created)(shown(), { version }),
};

/** Of the applicant only what was asked for is corrected here. */
const correctionsAsked = (items: readonly Remark[], given: CorrectedApplicant = {}): CorrectedApplicant =>
  Object.fromEntries(
    Object.entries(given).filter(([field]) => items.some((item) => item.field === `/applicant/${field}`)),
  );

export const movedBy = (fact: SupplementCompleted): Partial<DossierRow> =>
  fact.afterAcceptance
    ? {}
    : {
        status: fact.status,
        statusSince: fact.completedAt,
        statusReason: null,
        receptionDueAt: fact.receptionDueAt,
        supplementDeadlineAt: null,
      };
