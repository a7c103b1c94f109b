import type { Plain, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import type { Announcement, VersionRecord } from '@motcua/catalogue-domain';

/** The event of an announced version: it stands alone. The version has been found ready, so nothing in it is open. */
export function announcedVersion(
  code: string,
  { version, definition }: VersionRecord,
  { decisionNumber, effectiveFrom }: Announcement,
  tariffRevision: number | null,
): Plain<ProcedureVersionAnnouncedV1> {
  const {
    name,
    field,
    level,
    competentAgencies,
    competentLevel,
    onlineLevel,
    channels,
    subjects,
    supplementPolicy,
    supplementTermWorkingDays,
    paymentPausesTerm,
  } = definition;
  return {
    code,
    version,
    name,
    field: { code: field.code ?? '', name: field.name },
    level,
    competentAgencies,
    competentLevel,
    onlineLevel,
    channels,
    subjects,
    variants: definition.variants.map(({ term, ...variant }) => {
      if (term === null) throw new Error(`variant ${variant.code} of ${code} was found ready without a term`);
      return { ...variant, term };
    }),
    supplementPolicy,
    supplementTermWorkingDays,
    paymentPausesTerm,
    formSchema: definition.formSchema,
    results: definition.results,
    legalBasis: definition.legalBasis,
    tariffRevision,
    decisionNumber,
    effectiveFrom,
  };
}
