import { DossierStatusChangedV1 } from '@motcua/contracts';
import type { DossierStatus, PublicStatus } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import type { NewEvent } from '@motcua/platform';
import type { DossierChange } from './dossier-change.js';

/** Tells everyone that the public status changed, whoever decided it: each status that the change passes through. @rule R19 */
export function statusEvents(change: DossierChange): NewEvent[] {
  const { before, after, through = [] } = change;
  const path = [before?.status ?? 'draft', ...through, after.status];
  return path.slice(1).flatMap((to, index) => {
    const from = path[index] ?? to;
    return from === to ? [] : [statusChanged(change, from, to as PublicStatus, index === path.length - 2)];
  });
}

function statusChanged(change: DossierChange, from: DossierStatus, to: PublicStatus, isLast: boolean): NewEvent {
  const { after, facts, holderName = null } = change;
  const { id, statusSince, holderAgency, holderOfficer, promisedDueAt, receptionDueAt } = after;
  const { applicantRef, submittedBy, procedureCode, procedureName } = after;
  const [fact] = facts;
  const data = {
    dossierId: id,
    code: after.code ?? '',
    applicantRef,
    submittedBy,
    procedureCode,
    procedureName,
    from,
    to,
    at: withOffset(statusSince),
    decidedBy: 'heardFrom' in fact ? fact.heardFrom : 'intake',
    reason: isLast ? after.statusReason : null,
    holder: { agency: holderAgency, agencyName: holderName, officerName: holderOfficer },
    dueAt: promisedDueAt && withOffset(promisedDueAt),
    receptionDueAt: receptionDueAt && withOffset(receptionDueAt),
  } satisfies DossierStatusChangedV1;
  return { contract: DossierStatusChangedV1, key: id, time: statusSince, data };
}
