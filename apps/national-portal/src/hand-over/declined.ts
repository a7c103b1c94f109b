import type { HeardMove } from '../dossiers/dossier-facts.js';
import type { DeclinedFacts } from '../record/facts.js';

const REASONS: Readonly<Record<string, string>> = {
  'DOSSIER.PROCEDURE_NOT_IN_FORCE':
    'Thủ tục hành chính chưa có hiệu lực, đã bãi bỏ hoặc đang tạm dừng tiếp nhận tại tỉnh.',
};
const ANY_REASON = 'Hồ sơ không đủ điều kiện tiếp nhận tại tỉnh; đề nghị liên hệ Bộ phận Một cửa.';
const OFFICE = 'Bộ phận Một cửa';

/** Why intake did not take it in, for the citizen to read (R21). */
export const reasonOf = (code: string): string => REASONS[code] ?? ANY_REASON;

/** No officer saw it: the office's checks did not let it in. */
export const declinedMove = ({ reason, at }: DeclinedFacts): HeardMove => ({
  from: 'draft',
  to: 'refused',
  at,
  officer: null,
  agency: OFFICE,
  agencyName: OFFICE,
  reason,
  dueAt: null,
});
