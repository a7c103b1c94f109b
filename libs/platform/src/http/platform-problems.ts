import type { ParkedEventCode } from '../events/inbox/parked-events.js';
import type { PlatformCode } from '../refusals/platform-code.js';
import type { ProblemEntry, ProblemTable } from './problem.js';

const entry = (status: number, vi: string, en: string, retryAfter?: number): ProblemEntry => ({
  status,
  title: { vi, en },
  ...(retryAfter !== undefined && { retryAfter }),
});

/** The refusals that any service may answer with; those of bulk actions are beside them. */
export const PLATFORM_PROBLEMS: ProblemTable<PlatformCode | ParkedEventCode> = {
  'REQUEST.MALFORMED': entry(400, 'Không đọc được yêu cầu', 'The request cannot be read'),
  'REQUEST.INVALID': entry(422, 'Dữ liệu gửi lên chưa hợp lệ', 'The request has invalid fields'),
  'REQUEST.PARAMETER_INVALID': entry(400, 'Tham số của yêu cầu chưa hợp lệ', 'The request has invalid parameters'),
  'REQUEST.NAMES_UNKNOWN': entry(422, 'Không có mục mà yêu cầu nêu', 'The request names what does not exist'),
  'REQUEST.TOO_LARGE': entry(413, 'Dữ liệu gửi lên vượt quá giới hạn', 'The request is larger than allowed'),
  'REQUEST.MEDIA_TYPE': entry(415, 'Định dạng dữ liệu không được hỗ trợ', 'The media type is not supported'),
  'REQUEST.NOT_ACCEPTABLE': entry(
    406,
    'Không có định dạng được yêu cầu',
    'No representation of the requested type exists',
  ),
  'REQUEST.TOO_MANY': entry(429, 'Quá nhiều yêu cầu, đề nghị thử lại sau', 'Too many requests; try again later', 60),
  'REQUEST.ROUTE_UNKNOWN': entry(404, 'Không có địa chỉ này', 'There is nothing at this address'),
  'REQUEST.PRECONDITION_REQUIRED': entry(428, 'Thiếu tiêu đề If-Match', 'The If-Match header is required'),
  'RESOURCE.CHANGED': entry(412, 'Dữ liệu đã được người khác thay đổi', 'The resource has changed since you read it'),
  'RESOURCE.NOT_FOUND': entry(404, 'Không tìm thấy', 'Not found'),
  NOT_YET_KNOWN: entry(404, 'Chưa có dữ liệu, đề nghị thử lại sau', 'Not known here yet; try again shortly', 1),
  'IDEMPOTENCY.KEY_REQUIRED': entry(400, 'Thiếu tiêu đề Idempotency-Key', 'The Idempotency-Key header is required'),
  'IDEMPOTENCY.KEY_REUSED': entry(
    422,
    'Idempotency-Key đã dùng cho một yêu cầu khác',
    'The Idempotency-Key was used for another request',
  ),
  'IDEMPOTENCY.IN_FLIGHT': entry(
    409,
    'Yêu cầu có cùng Idempotency-Key đang được xử lý',
    'A request with the same key is being worked on',
    1,
  ),
  'ACCESS.UNAUTHENTICATED': entry(401, 'Cần đăng nhập', 'A valid access token is required'),
  'ACCESS.FORBIDDEN': entry(403, 'Không có quyền thực hiện', 'The token does not permit this'),
  'FILE.EXPECTED': entry(400, 'Cần gửi đúng một tệp', 'Exactly one file is expected'),
  'FILE.EMPTY': entry(422, 'Tệp không có nội dung', 'The file is empty'),
  'FILE.TOO_LARGE': entry(413, 'Tệp vượt quá dung lượng cho phép', 'The file is larger than allowed'),
  'FILE.TYPE_NOT_ALLOWED': entry(415, 'Loại tệp không được chấp nhận', 'Files of this type are not taken'),
  'FILE.UNREADABLE': entry(422, 'Không mở được tệp', 'The file cannot be opened'),
  'FILE.UPLOAD_BROKEN': entry(400, 'Tải tệp lên bị gián đoạn', 'The upload broke off'),
  'FILE.GONE': entry(503, 'Kho tệp tạm thời không có tệp này', 'The file store does not have this file'),
  'PARKED_EVENT.NOT_FOUND': entry(404, 'Không có sự kiện này trong danh sách chờ', 'No such event is held'),
  'PARKED_EVENT.NOT_FIRST': entry(
    409,
    'Phải xử lý sự kiện đứng trước',
    'An earlier event of the same aggregate comes first',
  ),
  'PARKED_EVENT.EARLIER_MISSING': entry(409, 'Chưa nhận được sự kiện đứng trước', 'An earlier event has not arrived'),
  'PARKED_EVENT.NOTHING_MISSING': entry(409, 'Không thiếu sự kiện nào đứng trước', 'No earlier event is missing'),
  'SERVICE.UNAVAILABLE': entry(
    503,
    'Hệ thống tạm thời gián đoạn, đề nghị thử lại sau',
    'Temporarily unavailable; try again',
    2,
  ),
  'SERVICE.FAULT': entry(500, 'Hệ thống gặp lỗi', 'The system failed'),
};
