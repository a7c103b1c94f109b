import { isDeepStrictEqual } from 'node:util';
import {
  completeSupplement,
  assertAllowed,
  type Remark,
  statusAfter,
  type SupplementCompleted,
} from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { accepted, created, type PlatformCode } from '@motcua/platform';
import { assertNothingToConfirm, assessedAnew } from '../change/assess-anew.js';
import { changedFields } from '../change/changed-fields.js';
import { changed, type DossierFact } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
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
  /** A fee that changes by what is given was shown. */
  readonly confirmed?: boolean;
  /** What the portal hands over brings papers and the applicant alone. */
  readonly fieldsUnchecked?: true;
}

interface FeeAfter extends Pick<NonNullable<ReturnType<typeof assessedAnew>>, 'lines' | 'owed'> {
  /** More than can be asked here: all is paid. In đồng. */
  readonly unasked: number;
}

type Registered = Extract<SupplementCompleted, { readonly afterAcceptance: false }>;

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
  decide: (
    facts,
    { number, partly, formData, applicant, confirmed = false, fieldsUnchecked, actor, onBehalf },
    now,
  ) => {
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
    const content = {
      ...corrected,
      formData: formData === undefined ? before.formData : facts.sealedForm(formData),
    };
    const fields = changes.map(({ field }) => field);
    const { lines, unasked, owed } = feeAfter(facts, { ...before, ...content }, fields);
    if (!confirmed) assertNothingToConfirm(before, before, lines);
    // Everybody hears of a fee that is otherwise, and of the officer who asked for what changed it.
    const assessed: readonly DossierFact[] =
      correction && !isDeepStrictEqual(lines, before.feeLines)
        ? [
            {
              action: 'corrected',
              detail: { number: correction.number, fields },
              told: { correction: { ...correction, correctedBy: request.requestedBy } },
            },
          ]
        : [];
    const bettered = {
      ...content,
      ...owed,
      feeLines: lines,
      officeRequests: withOfficeRequest(facts, asked, now),
      corrections: correction?.number ?? before.corrections,
    };
    const detail = {
      number,
      files: given.map(({ component, sha256 }) => ({ component, sha256 })),
      formDataChanged: formData !== undefined,
      ...(unasked > 0 && { feeToDemand: unasked }),
    };
    if ('part' in fact) {
      const { part, missing } = fact;
      return {
        ...common,
        after: changed(before, bettered),
        facts: [
          { action: 'supplementPartGiven', detail: { ...detail, items: part.items }, told: { number, part, missing } },
          ...assessed,
        ],
        supplements: [{ before: request, after: { ...request, parts: [...request.parts, part] } }],
      };
    }
    const told = { number, files: given, enough: null };
    const waiting = fact.afterAcceptance ? null : awaitedFee(fact, bettered.unpaidBeforeAcceptance);
    return {
      ...common,
      after: changed(before, { ...movedBy(fact), ...bettered, ...waiting }),
      ...(waiting && { through: ['registered' as const] }),
      facts: [
        fact.afterAcceptance
          ? { action: 'supplementGiven', detail, told }
          : { action: 'supplementCompleted', detail, told },
        ...assessed,
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

/**
 * What is owed once the form says what was given, by the tariff of the submission. Where all is paid already nobody is kept
 * from giving what was asked: the rest is named, for the officer to demand.
 * @rule R16
 */
function feeAfter(facts: DossierFacts, corrected: DossierRow, fields: readonly string[]): FeeAfter {
  const { feeLines, unpaidBeforeAcceptance, unpaidBeforeReturn } = facts.dossier;
  const same = { lines: feeLines, owed: { unpaidBeforeAcceptance, unpaidBeforeReturn }, unasked: 0 };
  try {
    const anew = assessedAnew(facts, corrected, fields);
    return anew ? { ...anew, unasked: 0 } : same;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'FEE.SETTLED')
      return { ...same, unasked: Number(error.evidence['difference']) };
    throw error;
  }
}

/** A fee that is new before the acceptance is awaited, as one is that an officer demands. */
const awaitedFee = ({ status }: Registered, owed: number): Partial<DossierRow> | null =>
  owed > 0 ? { status: statusAfter('demandFee', status), receptionDueAt: null } : null;

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
