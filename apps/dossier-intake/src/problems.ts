import type { DossierRefusalCode } from '@motcua/dossier-domain';
import type { FeeRefusalCode } from '@motcua/fee-domain';
import type { LegalClockRefusalCode } from '@motcua/legal-clock';
import type { ProblemEntry, ProblemTable } from '@motcua/platform';

const entry = (status: number, vi: string, en: string): ProblemEntry => ({ status, title: { vi, en } });

/** With what this service itself refuses, beside the decisions. */
export type IntakeCode =
  | 'CATALOGUE.CALENDAR_UNKNOWN'
  | 'CATALOGUE.TARIFF_UNKNOWN'
  | 'DOSSIER.AGENCY_CLOSED'
  | 'DOSSIER.AGENCY_NOT_YOURS'
  | 'DOSSIER.COMPONENT_UNKNOWN'
  | 'DOSSIER.CORRECTION_TO_CONFIRM'
  | 'DOSSIER.FORM_NOT_AVAILABLE'
  | 'DOSSIER.LINKED_APART'
  | 'DOSSIER.LINKED_DIFFER'
  | 'DOSSIER.NOT_AUTHORISED'
  | 'DOSSIER.PORTAL_CODE_TAKEN'
  | 'DOSSIER.WITHDRAWAL_PENDING'
  | 'QUEUE.EMPTY'
  | 'STORE.ITEM_EXPIRED'
  | 'STORE.ITEM_IS_DENIAL'
  | 'STORE.ITEM_REVOKED'
  | 'STORE.ITEM_UNPAID'
  | 'STORE.ITEM_UNKNOWN';

/** Every refusal that this service can meet: a code without an entry does not compile. */
export const INTAKE_PROBLEMS: ProblemTable<
  | DossierRefusalCode
  | Extract<FeeRefusalCode, `FEE.${string}`>
  | Extract<LegalClockRefusalCode, 'DEADLINE.OUT_OF_RANGE'>
  | IntakeCode
> = {
  'BAG.COUNT_DIFFERS': entry(
    409,
    'Số hồ sơ kiểm đếm khác bảng kê: đề nghị bỏ hồ sơ thiếu ra khỏi túi trước khi bàn giao',
    'The count differs from the manifest: take out what is missing before the bag is handed over',
  ),
  'BAG.NOT_ALLOWED': entry(
    409,
    'Túi hồ sơ không ở trạng thái cho phép thao tác này',
    'The bag does not allow this in its status',
  ),
  'BAG.NOT_MISSING': entry(
    409,
    'Hồ sơ không thiếu, hoặc đã được làm rõ',
    'The dossier is not missing from this bag, or that was settled',
  ),
  'DOSSIER.AGENCY_CLOSED': entry(
    409,
    'Cơ quan đã chấm dứt hoạt động: đề nghị chuyển hồ sơ đến cơ quan kế thừa rồi tiếp nhận',
    'The agency is closed: forward the dossier to who took its place, and accept it there',
  ),
  'DOSSIER.ACTION_NOT_ALLOWED': entry(
    409,
    'Không thực hiện được thao tác này ở trạng thái hiện tại của hồ sơ',
    'The dossier does not allow this in its status',
  ),
  'DOSSIER.CASH_RECEIPT_REQUIRED': entry(
    422,
    'Hồ sơ còn phí, lệ phí phải nộp trước: phải có số biên lai',
    'A fee is due before acceptance: send the number of the cash receipt',
  ),
  'DOSSIER.COMPONENTS_MISSING': entry(422, 'Chưa đủ thành phần hồ sơ', 'Components of the dossier are missing'),
  'DOSSIER.FEE_UNPAID': entry(
    409,
    'Chưa nộp đủ phí, lệ phí nên chưa trả kết quả',
    'The result is held back until what is owed is paid',
  ),
  'DOSSIER.OTHER_DUE_UNPAID': entry(
    409,
    'Chưa có chứng từ nộp khoản do cơ quan khác thu nên chưa trả kết quả',
    'The result is held back until what another body collects is proven to be paid',
  ),
  'DOSSIER.OTHER_DUE_SETTLED': entry(
    409,
    'Khoản do cơ quan khác thu này không có, đã có chứng từ nộp tiền hoặc đã được hủy',
    'This sum of another body does not exist, is proven to be paid, or was taken back',
  ),
  'DOSSIER.INCOMPLETE': entry(422, 'Hồ sơ chưa đủ điều kiện để nộp', 'The dossier is not complete'),
  'DOSSIER.INPUT_INVALID': entry(422, 'Thông tin hồ sơ chưa hợp lệ', 'The dossier has invalid fields'),
  'DOSSIER.MESSAGE_NOT_POSSIBLE': entry(
    409,
    'Chỉ trao đổi về hồ sơ đã nộp và chưa kết thúc quá 30 ngày',
    'Messages are about a dossier that was submitted and ended at most 30 days ago',
  ),
  'DOSSIER.TOO_MANY_MESSAGES': entry(
    409,
    'Đã gửi quá nhiều tin nhắn: đề nghị chờ trả lời hoặc liên hệ cơ quan tiếp nhận',
    'Too many messages: wait for an answer, or call the receiving office',
  ),
  'DOSSIER.NO_OPEN_POSTAL_ORDER': entry(
    409,
    'Không có lệnh gửi bưu chính nào còn thu hồi được',
    'There is no postal order that can be taken back',
  ),
  'DOSSIER.WITH_THE_POST': entry(409, 'Kết quả đang được gửi qua bưu chính', 'The result is with the postal service'),
  'DOSSIER.NO_VALID_RESULT': entry(
    409,
    'Không còn kết quả nào có hiệu lực để trả',
    'No result is valid, so nothing can be returned',
  ),
  'DOSSIER.PAPERS_INVALID': entry(
    422,
    'Có giấy tờ dùng lại không còn hiệu lực',
    'A paper that was reused holds no longer',
  ),
  'DOSSIER.PAPERS_NOT_HERE': entry(
    409,
    'Giấy tờ của hồ sơ không có tại đây',
    'The papers of the dossier are not at this office',
  ),
  'DOSSIER.PROCEDURE_NOT_IN_FORCE': entry(
    422,
    'Thủ tục không có hoặc không tiếp nhận hồ sơ lúc này',
    'The procedure does not exist or does not accept dossiers now',
  ),
  'DOSSIER.SUPPLEMENT_EXPIRED': entry(
    409,
    'Đã quá thời hạn bổ sung hồ sơ',
    'The deadline of the supplement has passed',
  ),
  'DOSSIER.SUPPLEMENT_NOT_EXPIRED': entry(
    409,
    'Chưa hết thời hạn bổ sung hồ sơ',
    'The deadline of the supplement has not been reached',
  ),
  'DOSSIER.SUPPLEMENT_NOTHING_GIVEN': entry(
    409,
    'Người nộp chưa bổ sung nội dung nào: đề nghị hủy yêu cầu bổ sung',
    'Nothing of the supplement was given: take the request back instead',
  ),
  'DOSSIER.UNDO_NOT_YOURS': entry(
    403,
    'Chỉ cán bộ đã trả kết quả hoặc lãnh đạo được hủy việc trả kết quả',
    'Only the officer who returned the result takes that back, or a leader',
  ),
  'DOSSIER.UNDO_TOO_LATE': entry(
    409,
    'Chỉ được hủy việc trả kết quả trong ngày trả',
    'A return is taken back on the same day only',
  ),
  'DOSSIER.WAITS_FOR_LINKED': entry(
    409,
    'Hồ sơ đang chờ kết quả của hồ sơ liên thông trước',
    'The dossier waits for the result of an earlier linked dossier',
  ),
  'DOSSIER.LINKED_APART': entry(
    409,
    'Hồ sơ liên thông được nộp cùng nhau, không nộp riêng',
    'Linked dossiers are submitted together, not one by one',
  ),
  'DOSSIER.LINKED_DIFFER': entry(
    409,
    'Các hồ sơ liên thông phải cùng chủ hồ sơ, hình thức nộp và cơ quan tiếp nhận',
    'Linked dossiers have the same applicant, channel and receiving office',
  ),
  'DOSSIER.WITHDRAWAL_PENDING': entry(
    409,
    'Yêu cầu rút hồ sơ đang chờ giải quyết',
    'An earlier withdrawal request is still pending',
  ),
  'DOSSIER.COMPONENT_UNKNOWN': entry(
    422,
    'Thủ tục không có thành phần hồ sơ này',
    'The procedure does not ask for this component',
  ),
  'DOSSIER.AGENCY_NOT_YOURS': entry(
    403,
    'Cơ quan của người dùng không liên quan đến hồ sơ này',
    'Your agency is not involved in this dossier',
  ),
  'DOSSIER.PORTAL_CODE_TAKEN': entry(
    409,
    'Đã có hồ sơ mang mã này của Cổng Dịch vụ công quốc gia',
    'Another dossier has this code of the national portal already',
  ),
  'DOSSIER.FORM_NOT_AVAILABLE': entry(
    409,
    'Hồ sơ chưa có biểu mẫu này',
    'This form is not available for the dossier yet',
  ),
  'DOSSIER.NOT_AUTHORISED': entry(
    403,
    'Việc này thuộc về chủ hồ sơ hoặc người được chủ hồ sơ ủy quyền làm việc đó',
    'Only the applicant may do this, or who is authorised for it',
  ),
  'DOSSIER.CORRECTION_TO_CONFIRM': entry(
    409,
    'Nội dung đính chính làm thay đổi phí, lệ phí hoặc cơ quan giải quyết: đề nghị xác nhận (confirmed)',
    'The correction changes the fee or the competent agency: confirm it (confirmed)',
  ),
  'FEE.SETTLED': entry(
    409,
    'Phí, lệ phí của hồ sơ đã nộp đủ: đề nghị yêu cầu nộp phần chênh lệch trước khi đính chính',
    'The fees are paid: demand the difference before the correction',
  ),
  'TICKET.NOT_CALLED': entry(409, 'Số thứ tự không ở trạng thái đang gọi', 'The ticket is not being called'),
  'QUEUE.EMPTY': entry(409, 'Không còn ai đang chờ', 'No ticket is waiting to be called'),
  'STORE.ITEM_EXPIRED': entry(422, 'Giấy tờ này đã hết hiệu lực', 'This document has expired'),
  'STORE.ITEM_IS_DENIAL': entry(
    422,
    'Văn bản từ chối không dùng làm thành phần hồ sơ',
    'A letter of refusal is no component of a dossier',
  ),
  'STORE.ITEM_UNPAID': entry(
    422,
    'Kết quả chưa được trả vì còn phí, lệ phí phải nộp',
    'The result is held back until its fee is paid',
  ),
  'STORE.ITEM_REVOKED': entry(422, 'Giấy tờ này đã bị thu hồi', 'The paper was revoked'),
  'STORE.ITEM_UNKNOWN': entry(
    422,
    'Kho của chủ hồ sơ không có giấy tờ này',
    "The applicant's store does not contain this paper",
  ),
  'FEE.NOT_MEASURED': entry(
    422,
    'Tờ khai chưa ghi số lượng, diện tích hoặc giá trị để tính phí, lệ phí',
    'The form does not say the quantity, area or value by which the fee is measured',
  ),
  'FEE.NOT_SET': entry(
    409,
    'Mức thu phí, lệ phí của thủ tục chưa được quy định',
    "The procedure's fee has not been set",
  ),
  'FEE.TARIFF_AMBIGUOUS': entry(
    409,
    'Biểu phí, lệ phí của thủ tục chưa rõ ràng',
    "The procedure's tariff is ambiguous",
  ),
  'CATALOGUE.CALENDAR_UNKNOWN': entry(
    503,
    'Chưa có lịch làm việc của cơ quan',
    "The agency's working calendar is not known here yet",
  ),
  'CATALOGUE.TARIFF_UNKNOWN': entry(
    503,
    'Chưa nhận được biểu phí, lệ phí của thủ tục',
    "The procedure's tariff is not known here yet",
  ),
  'DEADLINE.OUT_OF_RANGE': entry(
    422,
    'Thời hạn vượt quá phạm vi tính toán',
    'The deadline is too far away to be calculated',
  ),
};
