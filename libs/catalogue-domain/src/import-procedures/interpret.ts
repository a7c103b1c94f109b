import { type Channel, CHANNELS, type OnlineLevel, type Subject, SUBJECTS } from '../vocabulary.js';
import type { NamedCode, ResultKind, VersionDefinition } from '../procedure/version-definition.js';
import { cut, LENGTH, tidy } from './clean-text.js';
import { type ImportedDraft, Remarks } from './imported-draft.js';
import type { GivenName, PortalProcedure } from './portal-procedure.js';
import { saysFree, subjectOf } from './portal-words.js';
import { readFees } from './read-fees.js';
import { withPapers } from './read-papers.js';
import { noteContradictions, readTerms } from './read-terms.js';
import { uniqueCodes } from './unique-codes.js';
import { UNSAID } from './unsaid.js';

/** Reads a portal procedure into a draft: what the portal leaves open becomes a question, what we chose a note. */
export function interpret(portal: PortalProcedure): ImportedDraft {
  const remarks = new Remarks();
  const terms = readTerms(portal.rows, remarks);
  noteContradictions(portal.rows, portal.otherTerms, remarks);
  if (terms.length === 0) {
    remarks.ask('TERM_NOT_READ', '/variants', {
      vi: 'Không có hình thức nộp và thời hạn nào.',
      en: 'There is no way to submit, and no term.',
    });
  }
  const tariff = readFees(terms, remarks);
  const variants = withPapers(terms, portal.cases, remarks);
  const channels = CHANNELS.filter((channel) => portal.rows.some((row) => row.channel === channel));
  const onlineLevel = onlineLevelOf(portal, channels, remarks);
  const [level] = portal.levels;
  if (portal.levels.length !== 1) askLevel(portal, remarks);
  const definition: VersionDefinition = {
    ...UNSAID,
    name: cut(tidy(portal.name), LENGTH.name),
    field: { code: null, name: portal.fields[0]?.name ?? '' },
    level: level ?? 'other',
    onlineLevel,
    channels: onlineLevel === 'information' ? channels.filter((channel) => channel !== 'online') : channels,
    subjects: subjectsOf(portal.subjects, remarks),
    variants,
    results: namedCodes(portal.results, 'KQ').map(withDecision),
    legalBasis: namedCodes(portal.legalBasis, 'CC'),
    conditions: portal.conditions,
    instructions: portal.instructions,
    asGiven: {
      agencies: portal.agencies.map(({ code, name }) => ({ code: code ?? '', name })),
      termAndFee: null,
      decisionNumber: portal.decisionNumber,
    },
  };
  remarks.note('DEFAULT_PROCESS', '', {
    vi: 'Áp dụng quy trình mặc định; bổ sung hồ sơ tạm dừng thời hạn, 10 ngày làm việc; biểu mẫu nhận mọi dữ liệu.',
    en: 'The default process applies; a supplement pauses the term, for 10 working days; the form takes any data.',
  });
  return {
    code: portal.code,
    definition,
    fields: portal.fields,
    agencies: portal.agencies,
    tariff,
    tariffFrom: portal.publishedOn,
    saysFree: portal.rows.some(({ fees }) => fees.some(({ amount, note }) => amount === 0 && saysFree(note))),
    remarks,
  };
}

function onlineLevelOf(
  { fullyOnline, offlineOnly }: PortalProcedure,
  channels: readonly Channel[],
  remarks: Remarks,
): OnlineLevel {
  if (offlineOnly === true || !channels.includes('online')) return 'information';
  if (fullyOnline === true) return 'full';
  remarks.ask('ONLINE_REASON_MISSING', '/onlineLevelReason', {
    vi: 'Cổng không ghi là toàn trình: dịch vụ công một phần phải công khai lý do.',
    en: 'The portal does not call it wholly online: a partial level needs its published reason.',
  });
  return 'partial';
}

function askLevel({ levels }: PortalProcedure, remarks: Remarks): void {
  const said = levels.length === 0 ? '–' : levels.join(', ');
  remarks.ask('LEVEL_UNCLEAR', '/level', {
    vi: `Cấp thực hiện theo Cổng: ${said}. Đề nghị xác nhận cấp của bản thảo.`,
    en: `Levels according to the portal: ${said}. Confirm the draft's level.`,
  });
}

function subjectsOf(names: readonly string[], remarks: Remarks): readonly Subject[] {
  const found = new Set(names.map(subjectOf));
  if (found.size > 0) return SUBJECTS.filter((subject) => found.has(subject));
  remarks.note('SUBJECTS_ASSUMED', '/subjects', {
    vi: 'Cổng không ghi đối tượng: đã lấy mọi đối tượng.',
    en: 'The portal names no subjects: all were taken.',
  });
  return SUBJECTS;
}

// How the portal's names of results tell a denial; what is sent back for correction grants nothing either.
const DENIAL =
  /từ chối|không (được )?(cấp|chấp thuận|đồng ý|giải quyết)|văn bản (trả lời|thông báo)|cần sửa đổi, bổ sung/iu;

/** The portal does not say which decision a result belongs to: its name does. */
const withDecision = (result: NamedCode): ResultKind => ({
  ...result,
  decision: DENIAL.test(result.name) ? 'denied' : 'granted',
});

function namedCodes(given: readonly GivenName[], prefix: string): NamedCode[] {
  const unique = uniqueCodes();
  return given.map(({ code, name }, at) => ({
    code: unique(cut(code ?? `${prefix}-${at + 1}`, LENGTH.code), at),
    name: cut(name, LENGTH.name),
  }));
}
