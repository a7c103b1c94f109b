import type { Agency } from '@motcua/catalogue-copy';
import type { KnownDossier } from '../dossiers/dossiers.js';
import type { MessageData } from '../message-kinds/variables.js';

/** Codes of the agencies that a message about a dossier names. */
export const agenciesOf = ({ agency, receivingAgency }: KnownDossier): string[] =>
  receivingAgency === null || receivingAgency === agency ? [agency] : [agency, receivingAgency];

/** The facts that every message about a dossier may name (R19). @param agencies by their codes */
export function describeDossier(
  dossier: KnownDossier,
  agencies: ReadonlyMap<string, Agency>,
  publicUrl: string,
): MessageData {
  const { code, procedureName, agency, receivingAgency } = dossier;
  const holder = agencies.get(agency);
  const returning = receivingAgency === null ? undefined : agencies.get(receivingAgency);
  return {
    code,
    procedureName,
    // An agency's own event may not have come yet: its identifier is still true.
    agencyName: dossier.agencyName ?? holder?.name ?? agency,
    agencyAddress: holder?.address ?? null,
    agencyPhone: holder?.phone ?? null,
    officerName: dossier.officerName,
    trackingUrl: `${publicUrl}/tra-cuu/${encodeURIComponent(code)}`,
    returnAgencyName: returning?.name ?? receivingAgency,
    returnAgencyAddress: returning?.address ?? null,
  };
}
