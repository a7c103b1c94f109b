import { type Beneficiary, exemptionsOpen } from '@motcua/fee-domain';
import type { Fault } from '@motcua/kernel';
import type { Circumstances } from '../catalogue/circumstances.js';
import type { AnnouncedVersion } from '../catalogue/procedures.js';
import type { DossierRow, StoredExemption } from '../persistence/dossier-row.js';

type Claiming = Pick<DossierRow, 'channel' | 'competentAgency'> & {
  readonly applicant: Pick<DossierRow['applicant'], 'kind'>;
};

/** The categories by which this applicant could pay less for this dossier now. @rule R17 */
export const openExemptions = (
  { channel, competentAgency, applicant: { kind } }: Claiming,
  circumstances: Circumstances,
  { code, field }: Pick<AnnouncedVersion, 'code' | 'field'>,
  now: Temporal.Instant,
): readonly Beneficiary[] =>
  exemptionsOpen({
    procedure: { code, field: field.code },
    channel,
    agencyAncestors: circumstances.agency(competentAgency)?.ancestors ?? [competentAgency],
    applicant: { kind },
    policies: circumstances.policies,
    at: now,
  });

/** What is claimed, as the policies name it; what was granted before stays so. */
export const claimedOf = (
  codes: readonly string[],
  open: readonly Beneficiary[],
  before: readonly StoredExemption[] = [],
): readonly StoredExemption[] =>
  [...new Set(codes)].flatMap((code): StoredExemption[] => {
    const known = before.find((one) => one.code === code);
    if (known) return [known];
    const found = open.find((one) => one.code === code);
    return found ? [{ ...found, grantedBy: null }] : [];
  });

/** Codes that no policy for this dossier names. */
export const exemptionFaults = (codes: readonly string[], open: readonly { readonly code: string }[]): Fault[] =>
  codes.flatMap((code, at): Fault[] =>
    open.some((one) => one.code === code)
      ? []
      : [
          {
            pointer: `/exemptions/${at}`,
            code: 'DOSSIER.EXEMPTION_UNKNOWN',
            detail: {
              vi: 'Không có chính sách miễn, giảm cho đối tượng này đối với thủ tục, kênh nộp và loại chủ hồ sơ.',
              en: 'No policy favours this category for the procedure, channel and kind of applicant.',
            },
          },
        ],
  );

/** What proves a claim has to be there, as a file or on paper. */
export const evidenceFaults = (claimed: readonly StoredExemption[], attached: readonly string[]): Fault[] =>
  claimed
    .filter(({ evidence }) => !attached.includes(evidence.code))
    .map(({ evidence: { code, name } }) => ({
      pointer: `/components/${code}`,
      code: 'DOSSIER.EVIDENCE_MISSING',
      detail: {
        vi: `Thiếu giấy tờ chứng minh đối tượng miễn, giảm: ${name}.`,
        en: `The paper that proves the exemption is missing: ${name}.`,
      },
    }));
