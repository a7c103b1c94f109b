import type { Fault, Localized } from '@motcua/kernel';
import { isAgencyIdentifier } from '@motcua/kernel';
import type { ApplicantKind, Identity, IdentityType } from './applicant.js';
import { isCitizenId } from './citizen-id.js';
import { isTaxCode } from './tax-code.js';

interface IdentityRule {
  readonly code: string;
  readonly exists: (number: string, now: Temporal.Instant) => boolean;
  readonly detail: Localized;
}

const RULES: Readonly<Record<IdentityType, IdentityRule>> = {
  citizenId: {
    code: 'DOSSIER.CITIZEN_ID_INVALID',
    exists: isCitizenId,
    detail: {
      vi: 'Số định danh cá nhân phải có 12 chữ số đúng cấu trúc.',
      en: 'A citizen id has 12 digits of the known structure.',
    },
  },
  oldId: {
    code: 'DOSSIER.OLD_ID_INVALID',
    exists: (number) => /^\d{9}$/.test(number),
    detail: { vi: 'Số chứng minh nhân dân phải có 9 chữ số.', en: 'An old id has 9 digits.' },
  },
  passport: {
    code: 'DOSSIER.PASSPORT_INVALID',
    exists: (number) => /^(?=.*\d)[A-Z0-9]{6,12}$/.test(number),
    detail: {
      vi: 'Số hộ chiếu gồm 6 đến 12 chữ cái in hoa và chữ số.',
      en: 'A passport number has 6 to 12 capitals and digits.',
    },
  },
  taxCode: {
    code: 'DOSSIER.TAX_CODE_INVALID',
    exists: isTaxCode,
    detail: {
      vi: 'Mã số thuế phải có 10 hoặc 13 chữ số, đúng chữ số kiểm tra; của hộ kinh doanh là 12 chữ số định danh của chủ hộ.',
      en: "A tax code has 10 or 13 digits and a right check digit; a household business has its owner's 12 digits.",
    },
  },
  agencyIdentifier: {
    code: 'DOSSIER.AGENCY_IDENTIFIER_INVALID',
    exists: isAgencyIdentifier,
    detail: { vi: 'Mã định danh cơ quan không đúng.', en: 'The agency identifier is invalid.' },
  },
  registrationNumber: {
    code: 'DOSSIER.REGISTRATION_NUMBER_INVALID',
    exists: (number) => /^(?=.*\d)[\p{L}\d][\p{L}\d ./-]{2,38}$/u.test(number),
    detail: {
      vi: 'Số quyết định thành lập hoặc giấy đăng ký gồm 3 đến 39 chữ cái, chữ số, dấu chấm, gạch chéo, gạch nối, có ít nhất một chữ số.',
      en: 'The number of a founding decision or registration has 3 to 39 letters, digits, dots, slashes and hyphens, at least one of them a digit.',
    },
  },
};

const FITTING: Readonly<Record<ApplicantKind, readonly IdentityType[]>> = {
  citizen: ['citizenId', 'oldId', 'passport'],
  enterprise: ['taxCode'],
  stateAgency: ['agencyIdentifier', 'taxCode', 'registrationNumber'],
  other: ['citizenId', 'oldId', 'passport', 'taxCode', 'agencyIdentifier', 'registrationNumber'],
};

/** What is wrong with an identity: its type for this kind of applicant, or a number that cannot exist. */
export function checkIdentity(
  kind: ApplicantKind,
  { type, number }: Identity,
  now: Temporal.Instant,
  pointer = '/applicant/identity',
): Fault[] {
  if (!FITTING[kind].includes(type)) {
    return [
      {
        pointer: `${pointer}/type`,
        code: 'DOSSIER.IDENTITY_TYPE_UNFIT',
        detail: {
          vi: 'Loại giấy tờ định danh không dùng cho loại chủ hồ sơ này.',
          en: 'This type of identity cannot be used for this kind of applicant.',
        },
      },
    ];
  }
  const rule = RULES[type];
  return rule.exists(number, now) ? [] : [{ pointer: `${pointer}/number`, code: rule.code, detail: rule.detail }];
}
