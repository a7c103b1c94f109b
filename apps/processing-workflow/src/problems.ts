import type { LegalClockRefusalCode } from '@motcua/legal-clock';
import type { ProblemEntry, ProblemTable } from '@motcua/platform';
import type { ProcessingRefusalCode } from '@motcua/processing-domain';

const entry = (status: number, vi: string, en: string, retryAfter?: number): ProblemEntry => ({
  status,
  title: { vi, en },
  ...(retryAfter !== undefined && { retryAfter }),
});

/** What this service itself refuses, beside the decisions. Its files have texts and statuses of their own. */
export type WorkflowCode =
  | 'CASE.FORM_NOT_ISSUED'
  | 'CASE.DOCUMENT_NUMBER_TAKEN'
  | 'CASE.RESULT_CODE_UNKNOWN'
  | 'CASE.RESULT_NOT_A_DRAFT'
  | 'CASE.RESULT_NOT_ISSUED'
  | 'CASE.RESULT_REPLACED'
  | 'CASE.RESULT_VALIDITY_PAST'
  | 'CASE.RESULT_SIGNED'
  | 'CASE.RESULT_UNREADABLE'
  | 'DEADLINE.CALENDAR_UNKNOWN'
  | 'FILE.EMPTY'
  | 'FILE.EXPECTED'
  | 'FILE.GONE'
  | 'FILE.TOO_LARGE'
  | 'FILE.TYPE_NOT_ALLOWED'
  | 'FILE.UPLOAD_BROKEN'
  | 'PROCESS.DIAGRAM_TOO_LARGE'
  | 'RECALCULATION.IN_PROGRESS'
  | 'RECALCULATION.REVISION_NOT_NEWEST'
  | 'PROCESS.MOVE_INVALID'
  | 'PROCESS.MOVE_TOO_LARGE'
  | 'SIGNER.REFUSED'
  | 'SIGNER.UNAVAILABLE'
  | 'TASK.AGENCY_UNKNOWN'
  | 'TASK.ASSIGNEE_NOT_ELIGIBLE'
  | 'TASK.AGENCY_MAY_NOT_SIGN'
  | 'TASK.CLOSED';

/** Every refusal that this service can meet: a code without an entry does not compile. */
export const WORKFLOW_PROBLEMS: ProblemTable<
  ProcessingRefusalCode | Extract<LegalClockRefusalCode, `DEADLINE.${string}`> | WorkflowCode
> = {
  'CASE.ACTION_NOT_ALLOWED': entry(
    409,
    'Không thể thực hiện ở trạng thái này của hồ sơ',
    "The case's status does not allow this",
  ),
  'CASE.APOLOGY_TOO_EARLY': entry(
    409,
    'Hồ sơ chưa đến ngày cuối của thời hạn đã hẹn: đề nghị gia hạn',
    'The last day before the promised date has not begun: extend the date instead',
  ),
  'CASE.EXTENSION_INVALID': entry(422, 'Ngày hẹn mới chưa hợp lệ', 'The new date is not valid'),
  'CASE.EXTENSION_TOO_LATE': entry(
    409,
    'Phải xin lỗi và hẹn lại trước khi hết thời hạn giải quyết ít nhất một ngày',
    'An apology with a new date must come at least one day before the old one',
  ),
  'CASE.EXTENSION_USED': entry(409, 'Hồ sơ đã được hẹn lại một lần', 'The date was already extended once'),
  'CASE.FORM_NOT_ISSUED': entry(404, 'Hồ sơ không có phiếu này', 'This form was not issued for the case'),
  'CASE.NOTE_CORRECTED': entry(
    409,
    'Ghi chú này đã được đính chính; đề nghị đính chính ghi chú mới nhất',
    'The note is corrected already: correct the correction',
  ),
  'CASE.NOTE_FULL': entry(
    409,
    'Ghi chú đã có đủ số tệp cho phép; đề nghị viết ghi chú mới',
    'The note has as many files as it may have: write another one',
  ),
  'CASE.NOTE_OF_ANOTHER': entry(
    403,
    'Chỉ người viết ghi chú được đính chính hoặc thêm tệp; đề nghị viết ghi chú mới',
    'Only who wrote the note corrects it or adds files: write one of your own',
  ),
  'CASE.NOTE_UNKNOWN': entry(422, 'Hồ sơ không có ghi chú này', 'The case has no such note'),
  'CASE.OF_ANOTHER_AGENCY': entry(
    403,
    'Hồ sơ đang do cơ quan khác xử lý',
    'The case is in the hands of another agency',
  ),
  'CASE.DOCUMENT_NUMBER_TAKEN': entry(
    409,
    'Số văn bản đã được cấp trong năm',
    "The document number is another document's",
  ),
  'CASE.RESULT_CODE_UNKNOWN': entry(422, 'Thủ tục không có kết quả này', 'The procedure has no such result'),
  'CASE.RESULT_MISSING': entry(409, 'Chưa có tệp kết quả để ký', 'There is no result to sign'),
  'CASE.RESULT_NOT_A_DRAFT': entry(409, 'Kết quả này không phải là bản chờ ký', 'The result is no draft'),
  'CASE.RESULT_NOT_TO_SIGN': entry(
    422,
    'Có kết quả không thuộc quyết định hoặc không còn ký được',
    'A result does not belong to the decision, or can no longer be signed',
  ),
  'CASE.RESULT_NOT_ISSUED': entry(
    409,
    'Kết quả chưa được ký ban hành hoặc đã bị thu hồi',
    'The result was not issued yet, or was revoked already',
  ),
  'CASE.RESULT_REPLACED': entry(409, 'Kết quả đã được thay thế', 'Another result has taken its place'),
  'CASE.RESULT_VALIDITY_PAST': entry(422, 'Ngày hết hiệu lực đã qua', 'The last day of validity has passed'),
  'CASE.RESULT_SIGNED': entry(422, 'Tệp kết quả đã có chữ ký số', 'The result file is signed already'),
  'CASE.RESULT_UNREADABLE': entry(422, 'Không đọc được tệp kết quả', 'The result file cannot be read'),
  'CASE.STEP_NOT_PASSED': entry(422, 'Hồ sơ chưa qua bước này', 'The case has not passed this step'),
  'CASE.SUPPLEMENT_DEADLINE_INVALID': entry(
    422,
    'Thời hạn bổ sung mới chưa hợp lệ',
    'The new deadline of the supplement is not valid',
  ),
  'CASE.SUPPLEMENT_NOT_OPEN': entry(
    409,
    'Yêu cầu bổ sung này không còn chờ trả lời',
    'This supplement request no longer waits for an answer',
  ),
  'CASE.SUPPLEMENT_NOTHING_GIVEN': entry(
    409,
    'Người nộp chưa bổ sung nội dung nào: đề nghị hủy yêu cầu bổ sung',
    'Nothing of the supplement was given: take the request back instead',
  ),
  'CASE.SUPPLEMENT_INVALID': entry(422, 'Yêu cầu bổ sung chưa hợp lệ', 'The supplement request is not valid'),
  'DEADLINE.CALENDAR_UNKNOWN': entry(422, 'Không có lịch làm việc này', 'The working calendar is not known'),
  'DEADLINE.INVALID': entry(422, 'Yêu cầu tính thời hạn không hợp lệ', 'The deadline request is not valid'),
  'DEADLINE.OUT_OF_RANGE': entry(422, 'Thời hạn vượt quá phạm vi tính toán', 'The deadline is out of range'),
  'FILE.EMPTY': entry(422, 'Tệp không có nội dung', 'The file is empty'),
  'FILE.EXPECTED': entry(422, 'Cần gửi đúng một tệp', 'A file is expected'),
  'FILE.GONE': entry(410, 'Tệp không còn trong kho', 'The file is no longer in the store'),
  'FILE.TOO_LARGE': entry(413, 'Tệp vượt quá dung lượng cho phép', 'The file is too large'),
  'FILE.TYPE_NOT_ALLOWED': entry(415, 'Loại tệp không được chấp nhận', 'The type of the file is not accepted'),
  'FILE.UPLOAD_BROKEN': entry(400, 'Tải tệp lên bị gián đoạn', 'The upload broke off'),
  'PROCESS.IMMOVABLE': entry(409, 'Không thể chuyển hồ sơ sang quy trình này', 'The case cannot follow this process'),
  'PROCESS.DIAGRAM_TOO_LARGE': entry(
    422,
    'Quy trình có quá nhiều bước nên không vẽ được; đề nghị dùng dạng Mermaid',
    'The process is too large to be drawn; ask for it as Mermaid',
  ),
  'PROCESS.INVALID': entry(422, 'Quy trình không hợp lệ', 'The process definition is not valid'),
  'RECALCULATION.IN_PROGRESS': entry(
    409,
    'Lịch này đang được áp dụng cho các hồ sơ',
    'A recalculation for this calendar has not finished yet',
    5,
  ),
  'RECALCULATION.REVISION_NOT_NEWEST': entry(
    409,
    'Bản lịch này không phải là bản mới nhất; đề nghị xem trước lại',
    'This is not the newest revision of the calendar; preview again',
  ),
  'PROCESS.MOVE_INVALID': entry(
    422,
    'Bảng chuyển đổi giữa các bước không hợp lệ',
    'The mapping of the steps is not valid',
  ),
  'PROCESS.MOVE_TOO_LARGE': entry(422, 'Quá nhiều hồ sơ đang xử lý', 'Too many cases are running'),
  'SIGNER.NOT_ENTITLED': entry(403, 'Cán bộ này không có thẩm quyền ký', 'This officer is not entitled to sign'),
  'SIGNER.REFUSED': entry(409, 'Người ký đã từ chối ký số', 'The signer refused to sign'),
  'SIGNER.UNAVAILABLE': entry(503, 'Chưa thể ký số', 'Signing is not available', 60),
  'TASK.AGENCY_HAS_IT': entry(422, 'Việc này đang do cơ quan đó thực hiện', 'The agency has this task already'),
  'TASK.ANSWER_AWAITED': entry(
    409,
    'Chưa hết thời hạn trả lời của cơ quan được lấy ý kiến',
    'The time in which the agency may answer has not passed yet',
  ),
  'TASK.AGENCY_MAY_NOT_SIGN': entry(
    422,
    'Cơ quan này không có người được ký kết quả',
    'The agency has no officer who may sign the results',
  ),
  'TASK.AGENCY_UNKNOWN': entry(422, 'Không có cơ quan này', 'There is no such agency'),
  'TASK.ASSIGNEE_NOT_ELIGIBLE': entry(
    422,
    'Không thể giao việc cho cán bộ này',
    'The officer cannot be given this task',
  ),
  'TASK.CLOSED': entry(409, 'Việc này đã kết thúc', 'The task is already closed'),
  'TASK.HELD_BY_ANOTHER': entry(409, 'Việc này đã có cán bộ khác nhận', 'Another officer holds the task'),
  'TASK.NOT_HELD': entry(409, 'Đề nghị nhận việc trước khi xử lý', 'Claim the task first'),
  'TASK.OUTCOME_UNKNOWN': entry(422, 'Bước này không có kết quả đó', 'The step has no such outcome'),
  'TASK.REASON_REQUIRED': entry(422, 'Phải nêu lý do', 'A reason is required'),
  'CASE.UNDO_NOT_YOURS': entry(
    403,
    'Chỉ lãnh đạo nơi tiếp nhận hồ sơ được hủy việc tiếp nhận',
    'Only a leader of the office that received the dossier undoes its acceptance',
  ),
  'CASE.UNDO_TOO_LATE': entry(
    409,
    'Chỉ được hủy việc tiếp nhận trong ngày tiếp nhận',
    'An acceptance is undone on the same day only',
  ),
  'TASK.RECALL_NOT_YOURS': entry(
    403,
    'Chỉ người đã chuyển hoặc lãnh đạo cơ quan có thẩm quyền được thu hồi việc này',
    'Only who sent the task, or a leader of the competent agency, may recall it',
  ),
  'TASK.ROLE_REQUIRED': entry(403, 'Việc này dành cho vai trò khác', 'The task is for another role'),
};
