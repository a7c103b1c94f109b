import type { Actor } from '@motcua/platform';
import { permittedReach } from '@motcua/platform';
import type { Parties } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { FormData } from '../persistence/stored-form.js';
import type { DraftRequest } from '../drafts/draft.request.js';

interface Opened {
  readonly dossier: DossierRow;
  readonly number: string;
  readonly parties: Parties;
  readonly form: FormData;
}

/**
 * What an earlier dossier says, as a new draft says it. Its papers, its authorisation and the portal's code are its own; who
 * hands in today does so in their own way.
 */
export function copiedDraft({ dossier, number, parties, form }: Opened, actor: Actor): DraftRequest {
  const { procedureCode, variant, receivingAgency, competentAgency, delivery, language } = dossier;
  const { kind, identityType: type, fullName, phone, email, address } = dossier.applicant;
  const isOwn = permittedReach(actor, 'dossier.submit') === 'own';
  return {
    procedureCode,
    variant,
    channel: isOwn ? 'online' : dossier.channel === 'online' ? 'counter' : dossier.channel,
    receivingAgency,
    competentAgency,
    applicant: { kind, identity: { type, number }, fullName, phone, email, address },
    coApplicants: parties.coApplicants,
    delivery,
    formData: { ...form },
    language,
  };
}
