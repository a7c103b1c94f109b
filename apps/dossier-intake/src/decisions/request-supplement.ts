import { assertAllowed, type Remark, requestSupplement } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { created } from '@motcua/platform';
import { askedComponents } from '../catalogue/asked-components.js';
import { formFields } from '../catalogue/form-fields.js';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { newSupplement } from '../persistence/supplement-row.js';

export interface RequestSupplement extends Asked {
  readonly items: readonly Remark[];
  /** What misses was found by the system, which names more than an applicant can change at the form. */
  readonly found?: boolean;
}

/** Before acceptance: the applicant has until the deadline of R9, and the 8 hours of R6 no longer run. @rule R9 */
export const REQUEST_SUPPLEMENT: DossierDecision<RequestSupplement> = {
  action: 'requestSupplement',
  decide: ({ dossier: before, version, circumstances }, { items: asked, actor, found = false }, now) => {
    assertAllowed('requestSupplement', lifeOf(before));
    const { status, number, deadlineAt, items } = requestSupplement(lifeOf(before), {
      items: asked,
      components: askedComponents(version, before),
      ...(!found && { formFields: formFields(version.formSchema) }),
      earlierRequests: before.supplementCount,
      supplementTermWorkingDays: version.supplementTermWorkingDays,
      calendar: circumstances.calendarOf(before.receivingAgency).calendar,
      now,
    });
    const request = newSupplement({
      dossierId: before.id,
      number,
      beforeAcceptance: true,
      requestedAt: now,
      items,
      deadlineAt,
      requestedBy: officerOf(actor),
      receptionDueAt: before.receptionDueAt,
    });
    return {
      before,
      after: changed(before, {
        status,
        statusSince: now,
        statusReason: items.map(({ reason }) => reason).join('\n'),
        receptionDueAt: null,
        supplementCount: number,
        supplementDeadlineAt: deadlineAt,
      }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'supplementRequested',
          detail: { number, items, deadlineAt: withOffset(deadlineAt) },
          told: { request },
        },
      ],
      supplements: [{ before: null, after: request }],
    };
  },
  answer: (shown, { after: { id, version, supplementCount } }) =>
    created(shown(), { version, location: `/intake/v1/dossiers/${id}/supplement-requests/${supplementCount}` }),
};
