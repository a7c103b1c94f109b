import type { Fault, Localized } from '@motcua/kernel';
import { COUNTED_UNITS, LONGEST } from '@motcua/legal-clock';
import type { Term, Variant, VersionDefinition } from '../procedure/version-definition.js';

/** What the catalogue knows of the codes that a version names. */
export interface VersionSurroundings {
  readonly fields: ReadonlySet<string>;
  /** Active agencies, by current identifier. */
  readonly agencies: ReadonlySet<string>;
  /** Why the form's JSON Schema cannot be used; undefined where it can. */
  readonly schemaFault: string | undefined;
}

type Add = (pointer: string, code: string, detail: Localized) => void;

/** Everything that keeps a version from being announced, beyond the shape of its fields; a pointer for each. */
export function versionFaults(definition: VersionDefinition, known: VersionSurroundings): Fault[] {
  const faults: Fault[] = [];
  const add: Add = (pointer, code, detail) => void faults.push({ pointer, code, detail });
  const { field } = definition;
  if (field.code === null || !known.fields.has(field.code)) {
    add('/field', 'FIELD_UNKNOWN', {
      vi: `Danh mục không có lĩnh vực ${field.code ?? field.name}.`,
      en: `The catalogue has no field ${field.code ?? field.name}.`,
    });
  }
  checkCompetence(definition, known, add);
  checkOnline(definition, add);
  if (definition.variants.length === 0)
    add('/variants', 'VARIANT_MISSING', {
      vi: 'Phải có ít nhất một trường hợp.',
      en: 'There must be at least one variant.',
    });
  checkTwice(definition.variants, '/variants', add);
  checkTwice(definition.results, '/results', add);
  definition.variants.forEach((variant, at) => checkVariant(variant, `/variants/${at}`, add));
  const { schemaFault: schema } = known;
  if (schema !== undefined)
    add('/formSchema', 'SCHEMA_INVALID', {
      vi: `Lược đồ biểu mẫu không hợp lệ: ${schema}`,
      en: `The form's JSON Schema does not compile: ${schema}`,
    });
  return faults;
}

function checkCompetence(
  { competentAgencies, competentLevel }: VersionDefinition,
  { agencies }: VersionSurroundings,
  add: Add,
): void {
  const named = competentAgencies !== null && competentAgencies.length > 0;
  if (named === (competentLevel !== null)) {
    add('/competentAgencies', 'COMPETENCE_UNCLEAR', {
      vi: 'Phải ghi các cơ quan có thẩm quyền, hoặc cấp có thẩm quyền, và chỉ một trong hai.',
      en: 'Name the competent agencies or the competent level: one of the two.',
    });
  }
  competentAgencies?.forEach((code, at) => {
    if (!agencies.has(code))
      add(`/competentAgencies/${at}`, 'AGENCY_UNKNOWN', {
        vi: `Cơ quan ${code} không tồn tại hoặc đã ngừng hoạt động.`,
        en: `Agency ${code} does not exist or is inactive.`,
      });
  });
}

function checkOnline({ onlineLevel, onlineLevelReason, channels }: VersionDefinition, add: Add): void {
  if (new Set(channels).size < channels.length)
    add('/channels', 'CHANNEL_TWICE', { vi: 'Một hình thức nộp được ghi hai lần.', en: 'A channel is listed twice.' });
  if ((onlineLevel === 'information') === channels.includes('online')) {
    add('/channels', 'CHANNELS_CONTRADICT_LEVEL', {
      vi: 'Có hình thức nộp trực tuyến khi và chỉ khi mức độ là toàn trình hoặc một phần.',
      en: 'There is an online channel exactly when the online level is full or partial.',
    });
  }
  if (onlineLevel === 'partial' && onlineLevelReason === null) {
    add('/onlineLevelReason', 'REASON_MISSING', {
      vi: 'Dịch vụ công một phần phải công khai lý do.',
      en: 'A partial online level needs its published reason.',
    });
  }
  if (onlineLevel !== 'partial' && onlineLevelReason !== null) {
    add('/onlineLevelReason', 'REASON_NOT_NEEDED', {
      vi: 'Chỉ dịch vụ công một phần mới có lý do.',
      en: 'Only a partial online level has a reason.',
    });
  }
}

function checkVariant({ term, components }: Variant, pointer: string, add: Add): void {
  const fault = term === null ? TERM_MISSING : termFault(term);
  if (fault) add(`${pointer}/term${fault.member}`, fault.code, fault.detail);
  checkTwice(components, `${pointer}/components`, add);
  components.forEach(({ required, originals, copies }, at) => {
    if (required && originals + copies === 0) {
      add(`${pointer}/components/${at}/originals`, 'PAPER_WITHOUT_COPIES', {
        vi: 'Giấy tờ bắt buộc phải có bản chính hoặc bản sao; số lượng 0 và 0 chỉ dùng cho ghi chú.',
        en: 'A required paper has originals or copies; 0 and 0 is a note, not a paper.',
      });
    }
  });
}

interface TermFault {
  readonly member: '' | '/amount';
  readonly code: string;
  readonly detail: Localized;
}

const TERM_MISSING: TermFault = {
  member: '',
  code: 'TERM_MISSING',
  detail: { vi: 'Thiếu thời hạn giải quyết.', en: 'The term is missing.' },
};

/** The limits of the legal clock: what it would refuse is not announced. */
function termFault({ amount, unit }: Term): TermFault | undefined {
  if (unit === 'sameDay') {
    if (amount === undefined) return undefined;
    return {
      member: '/amount',
      code: 'AMOUNT_NOT_ALLOWED',
      detail: { vi: 'Thời hạn trong ngày không có số lượng.', en: 'A same-day term has no amount.' },
    };
  }
  if (amount === undefined)
    return {
      member: '/amount',
      code: 'AMOUNT_MISSING',
      detail: { vi: 'Thiếu số lượng của thời hạn.', en: 'The amount of the term is missing.' },
    };
  const counted = COUNTED_UNITS.find((one) => one === unit);
  const longest = counted === undefined ? 0 : LONGEST[counted];
  if (Number.isInteger(amount) && amount >= 1 && amount <= longest) return undefined;
  return {
    member: '/amount',
    code: 'AMOUNT_OUT_OF_RANGE',
    detail: { vi: `Phải là số nguyên từ 1 đến ${longest}.`, en: `Must be a whole number from 1 to ${longest}.` },
  };
}

function checkTwice(items: readonly { readonly code: string }[], pointer: string, add: Add): void {
  const seen = new Set<string>();
  items.forEach(({ code }, at) => {
    if (seen.has(code))
      add(`${pointer}/${at}/code`, 'CODE_TWICE', {
        vi: `Mã ${code} được dùng hai lần.`,
        en: `The code ${code} is used twice.`,
      });
    seen.add(code);
  });
}
