import { submitIncomplete } from '@motcua/dossier-domain';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { decided } from '../catalogue/procedures.js';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { feesOf, submittable } from '../change/submittable.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

interface SubmitDelivered extends DossierCommand {
  /** The applicant's account at the portal is one of the national identification: the contact is the person's own. */
  readonly identified: boolean;
}

/** As any submission, but for what is missing or wrong: that keeps it from nothing here, and is asked for. @rule R22 */
export const SUBMIT_DELIVERED: DossierDecision<SubmitDelivered, object, null> = {
  scope: null,
  decide: (facts, { identified }, now) => {
    const { dossier: draft, files, circumstances } = facts;
    const procedure = openProcedureOf(draft.procedureCode, circumstances, now);
    const { lines, due } = feesOf(facts, procedure, now);
    const { status, receptionDueAt } = submitIncomplete(lifeOf(draft), {
      draft: submittable(facts),
      procedureCode: draft.procedureCode,
      procedure: decided(procedure),
      // The portal's form is a paper among the others.
      formFaults: [],
      paperFaults: [],
      owedBeforeAcceptance: due.beforeAcceptance,
      calendar: circumstances.calendarOf(draft.receivingAgency).calendar,
      now,
    });
    return {
      before: draft,
      after: changed(draft, {
        status,
        statusSince: now,
        listedAt: now,
        submittedAt: now,
        submittedBy: NATIONAL_PORTAL.subject,
        procedureVersion: procedure.version,
        procedureName: procedure.name,
        feeLines: lines,
        unpaidBeforeAcceptance: due.beforeAcceptance,
        unpaidBeforeReturn: due.beforeReturn,
        receptionDueAt,
      }),
      at: now,
      actor: NATIONAL_PORTAL.subject,
      facts: [{ action: 'submitted', detail: { status, procedureVersion: procedure.version, due }, told: { files } }],
      numbering: { contact: facts.contact(), trusted: identified },
    };
  },
  answer: () => NOTHING,
};

const NOTHING = { status: 204, headers: {}, body: null };
