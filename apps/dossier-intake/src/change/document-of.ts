import type { Parties } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { FormData } from '../persistence/stored-form.js';

/** What a dossier says, as far as it may be otherwise later. @param number the applicant's identity number, opened @param parties who else has a part in it, opened @param formData opened */
export function documentOf(
  { variant, receivingAgency, competentAgency, applicant, delivery, exemptions, language }: DossierRow,
  number: string,
  parties: Parties,
  formData: FormData,
) {
  const { identityType: type, kind, fullName, phone, email, address } = applicant;
  return {
    variant,
    receivingAgency,
    competentAgency,
    applicant: { kind, identity: { type, number }, fullName, phone, email, address },
    ...parties,
    delivery,
    formData,
    exemptions: exemptions.map(({ code }) => code),
    language,
  };
}
