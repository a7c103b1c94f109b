import { assertAllowed, paperFaults, submit } from '@motcua/dossier-domain';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { decided } from '../catalogue/procedures.js';
import { mayReplaceContact } from '../change/applicant-contact.js';
import { evidenceFaults } from '../change/claimed-exemptions.js';
import { channelFaults } from '../change/channel-faults.js';
import { changed } from '../change/dossier-change.js';
import { feesOf, submittable } from '../change/submittable.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { isComponent } from '../on-behalf/papers-beside-components.js';
import { lifeOf } from '../persistence/found-dossier.js';

/** Assesses the fees (R16), and tells at once all that is missing or wrong; the code is given when it is saved (R1). */
export const SUBMIT_DOSSIER: DossierDecision<Asked> = {
  scope: 'dossier.submit',
  lasting: true,
  decide: (facts, { actor }, now) => {
    const { dossier: draft, files, circumstances } = facts;
    assertAllowed('submit', lifeOf(draft));
    const procedure = openProcedureOf(draft.procedureCode, circumstances, now);
    const { lines, due } = feesOf(facts, procedure, now);
    const { status, receptionDueAt } = submit(lifeOf(draft), {
      draft: submittable(facts),
      procedureCode: draft.procedureCode,
      procedure: decided(procedure),
      formFaults: [
        ...facts.formFaults(procedure, draft.formData),
        ...channelFaults(draft.channel, actor),
        ...evidenceFaults(draft.exemptions, submittable(facts).attached),
      ],
      paperFaults: paperFaults(files, now),
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
        submittedBy: actor.subject,
        procedureVersion: procedure.version,
        procedureName: procedure.name,
        feeLines: lines,
        unpaidBeforeAcceptance: due.beforeAcceptance,
        unpaidBeforeReturn: due.beforeReturn,
        receptionDueAt,
      }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'submitted',
          detail: { status, procedureVersion: procedure.version, due },
          told: { files: files.filter(isComponent) },
        },
      ],
      numbering: { contact: facts.contact(), trusted: mayReplaceContact(actor, draft) },
    };
  },
};
