import type { CatalogueRefusalCode } from '@motcua/catalogue-domain';
import type { LegalClockRefusalCode } from '@motcua/legal-clock';
import type { ProblemEntry, ProblemTable } from '@motcua/platform';

const entry = (status: number, vi: string, en: string): ProblemEntry => ({ status, title: { vi, en } });

/** Every refusal that this service can meet: a code without an entry does not compile. */
export const CATALOGUE_PROBLEMS: ProblemTable<
  Extract<LegalClockRefusalCode, 'CALENDAR.INVALID'> | CatalogueRefusalCode
> = {
  'AGENCY.INVALID': entry(422, 'Thông tin cơ quan chưa hợp lệ', 'The agency is not valid'),
  'DIFFERENCE.NOT_OPEN': entry(409, 'Khác biệt đã được xử lý', 'The difference has been decided'),
  'DIFFERENCE.NOT_TAKEN': entry(
    409,
    'Chưa lập được bản thảo từ Cổng',
    'No draft can be made of the portal’s procedure',
  ),
  'CALENDAR.INVALID': entry(422, 'Lịch làm việc chưa hợp lệ', 'The working calendar is not valid'),
  'GROUP.INVALID': entry(422, 'Nhóm thủ tục liên thông chưa hợp lệ', 'The group of procedures is not valid'),
  'POLICY.INVALID': entry(422, 'Chính sách giảm chưa hợp lệ', 'The policy is not valid'),
  'SYNONYM.INVALID': entry(422, 'Từ đồng nghĩa chưa hợp lệ', 'The synonym is not valid'),
  'TARIFF.INVALID': entry(422, 'Biểu phí, lệ phí chưa hợp lệ', 'The tariff is not valid'),
  'PROCEDURE.UNKNOWN': entry(404, 'Không có thủ tục hành chính này', 'There is no such procedure'),
  'PROCEDURE.VERSION_UNKNOWN': entry(404, 'Thủ tục không có phiên bản này', 'The procedure has no such version'),
  'PROCEDURE.INVALID': entry(422, 'Nội dung thủ tục chưa hợp lệ', 'The procedure version is not valid'),
  'PROCEDURE.NOT_A_DRAFT': entry(409, 'Phiên bản đã được công bố', 'The version has been announced'),
  'PROCEDURE.VERSION_NOT_NEXT': entry(
    409,
    'Số phiên bản không phải là số kế tiếp',
    'The version number is not the next one',
  ),
  'PROCEDURE.NOT_READY': entry(409, 'Bản thảo chưa đủ điều kiện công bố', 'The draft is not ready to be announced'),
  'PROCEDURE.ANNOUNCEMENT_INVALID': entry(422, 'Thông tin công bố chưa hợp lệ', 'The announcement is not valid'),
  'PROCEDURE.REPEALED': entry(409, 'Thủ tục đã bị bãi bỏ', 'The procedure has been repealed'),
  'PROCEDURE.NEVER_ANNOUNCED': entry(409, 'Thủ tục chưa từng được công bố', 'The procedure has never been announced'),
  'PROCEDURE.DATES_INVALID': entry(422, 'Ngày hiệu lực chưa hợp lệ', 'The dates are not valid'),
  'QUESTION.UNKNOWN': entry(404, 'Bản thảo không có câu hỏi này', 'The draft has no such question'),
  'QUESTION.ANSWERED': entry(409, 'Câu hỏi đã được trả lời', 'The question has been answered'),
  'QUESTION.WANTS_DATA': entry(
    409,
    'Câu hỏi này được trả lời bằng dữ liệu còn thiếu',
    'The question is answered by giving what is missing',
  ),
};
