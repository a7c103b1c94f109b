import { builtInTemplate } from '../templates/built-in-templates.js';
import { hasChannel, KIND_CODES, type KindCode } from '../message-kinds/kinds.js';
import type { TemplateContent } from './template-content.js';
import { FULL } from '../testing/sample-data.fixture.js';
import { renderInApp } from './render-in-app.js';
import { renderMail } from './render-mail.js';

// Read by eye, as an applicant would, and typed here as text: a change of the wording is seen where it is made.
const MAIL: Partial<Record<KindCode, readonly [subject: string, body: string]>> = {
  'dossier.registered': [
    'Đã nhận hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã nhận được hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.registered-after-payment': [
    'Hồ sơ H48.12-261124-0001 đã nộp phí, lệ phí và đang chờ tiếp nhận',
    `Hệ thống đã ghi nhận việc nộp phí, lệ phí của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.registered-after-supplement': [
    'Đã nhận phần bổ sung của hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã nhận được giấy tờ, thông tin bổ sung của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.payment-required': [
    'Hồ sơ H48.12-261124-0001 cần nộp phí, lệ phí',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” cần thực hiện nghĩa vụ tài chính trước khi được giải quyết tiếp.

Số tiền phải nộp: 115.000 đồng.

Ông/Bà có thể thanh toán trực tuyến, chuyển khoản hoặc nộp trực tiếp tại Sở Xây dựng. Hồ sơ được giải quyết tiếp ngay sau khi hệ thống ghi nhận khoản nộp.`,
  ],
  'dossier.fee-demanded': [
    'Hồ sơ H48.12-261124-0001 cần thực hiện nghĩa vụ tài chính',
    `Trong quá trình giải quyết hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” phát sinh nghĩa vụ tài chính phải thực hiện trước khi hồ sơ được giải quyết tiếp.

Lý do: Bản vẽ không phù hợp với quy hoạch
Số tiền phải nộp: 115.000 đồng.
Người yêu cầu: Trần Văn Giả
Hạn nộp: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027.

Ông/Bà có thể thanh toán trực tuyến, chuyển khoản hoặc nộp trực tiếp tại Sở Xây dựng. Hồ sơ được giải quyết tiếp ngay sau khi hệ thống ghi nhận khoản nộp.`,
  ],
  'dossier.accepted': [
    'Hồ sơ H48.12-261124-0001 đã được tiếp nhận',
    `Sở Xây dựng đã tiếp nhận hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Người tiếp nhận: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026
Nơi trả kết quả: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi), hoặc theo hình thức nhận kết quả mà Ông/Bà đã đăng ký.

Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã được lập kèm theo hồ sơ.`,
  ],
  'dossier.refused': [
    'Hồ sơ H48.12-261124-0001 không được tiếp nhận',
    `Sở Xây dựng không tiếp nhận hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng”.

Lý do: Bản vẽ không phù hợp với quy hoạch

Nội dung chưa đáp ứng yêu cầu:
1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Sau khi khắc phục, Ông/Bà có thể nộp hồ sơ mới. Phí, lệ phí đã nộp (nếu có) được xem xét hoàn trả theo quy định.`,
  ],
  'dossier.supplement-cancelled': [
    'Yêu cầu bổ sung hồ sơ H48.12-261124-0001 đã được hủy',
    `Sở Xây dựng đã hủy yêu cầu bổ sung hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng”. Ông/Bà không phải nộp bổ sung theo yêu cầu này.

Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'dossier.message-from-office': [
    'Có tin nhắn về hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã gửi tin nhắn cho Ông/Bà về hồ sơ H48.12-261124-0001, thủ tục “Cấp giấy phép xây dựng”.
Người gửi: Trần Văn Giả

Đề nghị Ông/Bà đọc và trả lời trong hồ sơ.`,
  ],
  'dossier.supplement-part-given': [
    'Hồ sơ H48.12-261124-0001 đã nhận một phần bổ sung',
    `Sở Xây dựng đã nhận một phần nội dung Ông/Bà bổ sung cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”. Hồ sơ còn thiếu:

1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Hạn bổ sung phần còn lại không thay đổi.`,
  ],
  'dossier.supplement-requested': [
    'Hồ sơ H48.12-261124-0001 cần bổ sung giấy tờ, thông tin',
    `Sở Xây dựng đã kiểm tra hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” và đề nghị Ông/Bà bổ sung, hoàn thiện các nội dung sau:

1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Người yêu cầu: Trần Văn Giả
Hạn bổ sung: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027. Quá thời hạn này mà chưa bổ sung đầy đủ, hồ sơ sẽ không được tiếp nhận.`,
  ],
  'dossier.processing': [
    'Hồ sơ H48.12-261124-0001 đang được giải quyết',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” bắt đầu được giải quyết từ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Cơ quan đang giải quyết: Sở Xây dựng
Người thụ lý: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.processing-resumed': [
    'Hồ sơ H48.12-261124-0001 tiếp tục được giải quyết',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” tiếp tục được giải quyết từ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Cơ quan đang giải quyết: Sở Xây dựng
Người thụ lý: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.withdrawn': [
    'Hồ sơ H48.12-261124-0001 đã được rút',
    `Hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được rút lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Lý do: Bản vẽ không phù hợp với quy hoạch

Phí, lệ phí đã nộp (nếu có) được xem xét hoàn trả theo quy định.`,
  ],
  'dossier.stopped': [
    'Dừng giải quyết hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã dừng giải quyết hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Lý do: Bản vẽ không phù hợp với quy hoạch

Phí, lệ phí đã nộp (nếu có) được xem xét hoàn trả theo quy định.`,
  ],
  'dossier.processed': [
    'Hồ sơ H48.12-261124-0001 đã giải quyết xong',
    `Sở Xây dựng đã giải quyết xong hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Nơi trả kết quả: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi), hoặc theo hình thức nhận kết quả mà Ông/Bà đã đăng ký.

Còn phải nộp trước khi nhận kết quả: 115.000 đồng. Ông/Bà có thể thanh toán trực tuyến tại mục thanh toán của hồ sơ, chuyển khoản hoặc nộp tại nơi trả kết quả.

Khi đến nhận kết quả, đề nghị Ông/Bà mang theo giấy tờ tùy thân và mã hồ sơ.`,
  ],
  'dossier.payment-reminder': [
    'Nhắc nộp phí, lệ phí hồ sơ H48.12-261124-0001',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” vẫn đang chờ nộp phí, lệ phí.

Số tiền phải nộp: 115.000 đồng. Ông/Bà có thể thanh toán trực tuyến, chuyển khoản hoặc nộp tại Trung tâm Phục vụ hành chính công tỉnh.

Nếu đến 08 giờ 00 phút, ngày 07 tháng 01 năm 2027 vẫn chưa nộp, hồ sơ được coi là đã rút; khi đó Ông/Bà có thể nộp hồ sơ mới.`,
  ],
  'dossier.collection-reminder': [
    'Nhắc nhận kết quả hồ sơ H48.12-261124-0001',
    `Kết quả hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” vẫn chưa được nhận.

Nơi trả kết quả: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi). Khi đến nhận, đề nghị Ông/Bà mang theo giấy tờ tùy thân và mã hồ sơ; người nhận thay mang theo giấy ủy quyền.

Còn phải nộp trước khi nhận kết quả: 115.000 đồng.`,
  ],
  'dossier.posted': [
    'Kết quả hồ sơ H48.12-261124-0001 được gửi qua bưu chính',
    `Kết quả giải quyết hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” được giao cho dịch vụ bưu chính công ích lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Mã bưu gửi: EB123456789VN
Cước bưu chính do bưu tá thu khi phát: 115.000 đồng. Khoản này do doanh nghiệp bưu chính thu, không phải phí, lệ phí của cơ quan nhà nước.

Đề nghị Ông/Bà chuẩn bị giấy tờ tùy thân để nhận kết quả.`,
  ],
  'dossier.post-failed': [
    'Chưa chuyển được kết quả hồ sơ H48.12-261124-0001 qua bưu chính',
    `Dịch vụ bưu chính công ích chưa chuyển được đến Ông/Bà kết quả giải quyết hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.

Mã bưu gửi: EB123456789VN

Kết quả được trả tại: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi). Đề nghị Ông/Bà đến nhận, hoặc cung cấp lại địa chỉ để cơ quan gửi lần nữa.`,
  ],
  'dossier.papers-lost': [
    'Giấy tờ của hồ sơ H48.12-261124-0001 bị thất lạc',
    `Giấy tờ của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” bị thất lạc khi chuyển giữa các cơ quan.

Lý do: Bản vẽ không phù hợp với quy hoạch

Cơ quan giải quyết hồ sơ thành thật xin lỗi Ông/Bà và sẽ liên hệ để khắc phục. Ông/Bà không phải nộp lại phí, lệ phí.`,
  ],
  'dossier.return-undone': [
    'Hồ sơ H48.12-261124-0001 chưa được trả kết quả',
    `Việc ghi nhận đã trả kết quả hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” được hủy lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Lý do: Bản vẽ không phù hợp với quy hoạch

Kết quả vẫn ở nơi trả kết quả. Đề nghị Ông/Bà đến nhận, hoặc chờ nhận theo hình thức đã đăng ký.`,
  ],
  'dossier.acceptance-undone': [
    'Việc tiếp nhận hồ sơ H48.12-261124-0001 đã được hủy',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” được tiếp nhận chưa đúng; việc tiếp nhận được hủy lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Lý do: Bản vẽ không phù hợp với quy hoạch

Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã cấp không còn giá trị. Hồ sơ được xem xét tiếp nhận lại; Ông/Bà không phải nộp lại.`,
  ],
  'dossier.corrected': [
    'Đã đính chính thông tin hồ sơ H48.12-261124-0001',
    `Thông tin của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được đính chính lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Nội dung trước và sau khi đính chính có trong hồ sơ. Trường hợp nội dung đính chính chưa đúng, đề nghị Ông/Bà liên hệ cơ quan đang giải quyết hồ sơ.`,
  ],
  'dossier.forwarded': [
    'Hồ sơ H48.12-261124-0001 đã được chuyển đến Sở Xây dựng',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” đã được chuyển đến Sở Xây dựng lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 để tiếp nhận. Mã hồ sơ không thay đổi; Ông/Bà không phải nộp lại hồ sơ.`,
  ],
  'dossier.returned': [
    'Đã trả kết quả hồ sơ H48.12-261124-0001',
    `Kết quả giải quyết hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được trả qua dịch vụ bưu chính công ích lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Mã bưu gửi: EB123456789VN

Trân trọng cảm ơn Ông/Bà đã sử dụng dịch vụ.`,
  ],
  'case.supplement-requested': [
    'Hồ sơ H48.12-261124-0001 cần bổ sung trong quá trình giải quyết',
    `Trong quá trình giải quyết hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”, Sở Xây dựng đề nghị Ông/Bà bổ sung, hoàn thiện các nội dung sau:

1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Người yêu cầu: Trần Văn Giả
Hạn bổ sung: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027. Quá thời hạn này mà chưa bổ sung đầy đủ, việc giải quyết hồ sơ sẽ dừng lại. Thời điểm hẹn trả kết quả được tính lại sau khi Ông/Bà bổ sung đầy đủ.`,
  ],
  'case.supplement-rejected': [
    'Phần bổ sung của hồ sơ H48.12-261124-0001 không được ghi nhận',
    `Phần bổ sung mà Ông/Bà gửi cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” không được ghi nhận.

Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.withdrawal-refused': [
    'Đề nghị rút hồ sơ H48.12-261124-0001 không được chấp thuận',
    `Đề nghị rút hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” của Ông/Bà không được chấp thuận. Hồ sơ tiếp tục được giải quyết.

Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.deadline-adjusted': [
    'Thay đổi thời điểm hẹn trả kết quả hồ sơ H48.12-261124-0001',
    `Sở Xây dựng thông báo thay đổi thời điểm hẹn trả kết quả hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.

Lý do: Bản vẽ không phù hợp với quy hoạch

Thời điểm hẹn trả kết quả mới: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026
Thời điểm hẹn trả trước đây: 14 giờ 58 phút, ngày 30 tháng 11 năm 2026`,
  ],
  'case.apologised': [
    'Xin lỗi và hẹn lại thời điểm trả kết quả hồ sơ H48.12-261124-0001',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” chưa được giải quyết xong theo thời điểm đã hẹn. Sở Xây dựng thành thật xin lỗi Ông/Bà vì sự chậm trễ này.

Lý do: Bản vẽ không phù hợp với quy hoạch

Thời điểm hẹn lại: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026
Thời điểm đã hẹn: 14 giờ 58 phút, ngày 30 tháng 11 năm 2026`,
  ],
  'case.supplement-deadline-adjusted': [
    'Thay đổi thời hạn bổ sung hồ sơ H48.12-261124-0001',
    `Sở Xây dựng thông báo thay đổi thời hạn bổ sung hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.

Lý do: Bản vẽ không phù hợp với quy hoạch
Đề nghị Ông/Bà bổ sung chậm nhất lúc 08 giờ 00 phút, ngày 07 tháng 01 năm 2027.`,
  ],
  'case.result-replaced': [
    'Cấp lại kết quả hồ sơ H48.12-261124-0001',
    `Kết quả giải quyết hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được cấp lại lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Kết quả mới: Giấy phép xây dựng, số 15/GPXD
Thay thế văn bản số: 12/GPXD, không còn giá trị sử dụng
Lý do: Bản vẽ không phù hợp với quy hoạch
Người ký: Phạm Minh Họa

Đề nghị Ông/Bà nhận kết quả mới tại nơi trả kết quả và nộp lại bản giấy của văn bản cũ (nếu có).`,
  ],
  'case.result-revoked': [
    'Thu hồi kết quả hồ sơ H48.12-261124-0001',
    `Kết quả sau đây của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã bị thu hồi lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 và không còn giá trị sử dụng:

Giấy phép xây dựng, số 15/GPXD

Lý do: Bản vẽ không phù hợp với quy hoạch

Đề nghị Ông/Bà không sử dụng văn bản này. Mọi thắc mắc xin liên hệ Sở Xây dựng, điện thoại 0255 3000 000.`,
  ],
  'case.result-issued': [
    'Đã có kết quả hồ sơ H48.12-261124-0001',
    `Kết quả giải quyết hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được ký ban hành lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Kết quả: Giấy phép xây dựng, số 15/GPXD
Người ký: Phạm Minh Họa

Bản điện tử được lưu trong kho kết quả của Ông/Bà và được mở sau khi hệ thống ghi nhận khoản còn phải nộp: 115.000 đồng.`,
  ],
  'payment.received': [
    'Đã nhận khoản nộp của hồ sơ H48.12-261124-0001',
    `Hệ thống đã nhận 115.000 đồng cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Hình thức: thanh toán trực tuyến qua Nền tảng thanh toán quốc gia
Mã giao dịch tham chiếu: H4826112400000001

Biên lai sẽ được thông báo riêng.`,
  ],
  'payment.part-received': [
    'Đã nhận một phần khoản nộp của hồ sơ H48.12-261124-0001',
    `Hệ thống đã nhận 115.000 đồng cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Số tiền còn phải nộp: 20.000 đồng
Hình thức: thanh toán trực tuyến qua Nền tảng thanh toán quốc gia
Mã giao dịch tham chiếu: H4826112400000001

Biên lai được lập khi Ông/Bà nộp đủ.`,
  ],
  'payment.reversed': [
    'Đã hủy việc ghi nhận một khoản nộp của hồ sơ H48.12-261124-0001',
    `Lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, việc ghi nhận đã nộp 115.000 đồng cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” bị hủy do sai sót khi thu. Biên lai lập cho khoản này (nếu có) không còn giá trị.

Lý do: Bản vẽ không phù hợp với quy hoạch
Mã giao dịch tham chiếu: H4826112400000001

Nếu Ông/Bà đã nộp khoản tiền này, đề nghị liên hệ Sở Xây dựng và mang theo biên lai.`,
  ],
  'payment.refund-listed': [
    'Khoản tiền chờ xem xét hoàn trả của hồ sơ H48.12-261124-0001',
    `Lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, số tiền 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được lập danh sách để xem xét hoàn trả.

Ông/Bà sẽ được thông báo khi có quyết định.`,
  ],
  'payment.refund-approved': [
    'Khoản hoàn trả của hồ sơ H48.12-261124-0001 đã được phê duyệt',
    `Lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, việc hoàn trả 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được phê duyệt.

Căn cứ: Bản vẽ không phù hợp với quy hoạch

Ông/Bà sẽ được thông báo khi tiền đã được chi trả.`,
  ],
  'payment.refund-paid': [
    'Đã hoàn trả tiền của hồ sơ H48.12-261124-0001',
    `Lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, số tiền 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được hoàn trả theo đúng hình thức mà Ông/Bà đã nộp.`,
  ],
  'dossier.other-due': [
    'Khoản phải nộp cho Thuế cơ sở 2 của hồ sơ H48.12-261124-0001',
    `Hồ sơ H48.12-261124-0001 của Ông/Bà về thủ tục “Cấp giấy phép xây dựng” phát sinh khoản phải nộp do cơ quan khác thu.

Khoản phải nộp: Lệ phí trước bạ nhà, đất
Số tiền: 115.000 đồng
Cơ quan thu: Thuế cơ sở 2
Căn cứ: Thông báo số 12/TB-TCS2
Cách nộp: Nộp tại ngân hàng

Khoản này không nộp qua cơ quan tiếp nhận hồ sơ. Sau khi nộp, đề nghị Ông/Bà ghi số chứng từ nộp tiền trong hồ sơ hoặc xuất trình tại Bộ phận Một cửa.`,
  ],
  'payment.receipt-adjusted': [
    'Đã hoàn trả tiền của hồ sơ H48.12-261124-0001',
    `Số tiền 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã được hoàn trả theo đúng hình thức mà Ông/Bà đã nộp.

Biên lai số H48.12-PH-26E-0000009 được điều chỉnh giảm bằng biên lai số H48.12-PHI-26-0000001.
Lý do: Bản vẽ không phù hợp với quy hoạch

Biên lai điều chỉnh giảm được gửi kèm thư này; Ông/Bà cũng có thể tải biên lai trong hồ sơ của mình.`,
  ],
  'payment.refund-failed': [
    'Chưa hoàn trả được tiền của hồ sơ H48.12-261124-0001',
    `Việc hoàn trả 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” chưa thực hiện được lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 và sẽ được thực hiện lại.

Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.refund-kept': [
    'Khoản tiền của hồ sơ H48.12-261124-0001 không được hoàn trả',
    `Lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, cơ quan có thẩm quyền đã quyết định không hoàn trả 115.000 đồng của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.

Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.receipt-issued': [
    'Biên lai thu phí của hồ sơ H48.12-261124-0001',
    `Biên lai thu phí số H48.12-PHI-26-0000001, số tiền 115.000 đồng, đã được lập lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 cho hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.

Biên lai được gửi kèm thư này; Ông/Bà cũng có thể tải biên lai trong hồ sơ của mình.`,
  ],
};

const IN_APP: Partial<Record<KindCode, readonly [title: string, body: string]>> = {
  'dossier.registered': [
    'Đã nhận hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã nhận được hồ sơ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.registered-after-payment': [
    'Hồ sơ H48.12-261124-0001 đang chờ tiếp nhận',
    `Hệ thống đã ghi nhận việc nộp phí, lệ phí lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.registered-after-supplement': [
    'Đã nhận phần bổ sung của hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã nhận được giấy tờ, thông tin bổ sung lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.

Chậm nhất lúc 09 giờ 00 phút, ngày 25 tháng 11 năm 2026, Sở Xây dựng sẽ thông báo tiếp nhận hồ sơ, yêu cầu bổ sung hoặc từ chối tiếp nhận (nêu rõ lý do).`,
  ],
  'dossier.payment-required': [
    'Hồ sơ H48.12-261124-0001 cần nộp phí, lệ phí',
    `Số tiền phải nộp: 115.000 đồng.
Hồ sơ được giải quyết tiếp ngay sau khi hệ thống ghi nhận khoản nộp.`,
  ],
  'dossier.fee-demanded': [
    'Hồ sơ H48.12-261124-0001 cần thực hiện nghĩa vụ tài chính',
    `Lý do: Bản vẽ không phù hợp với quy hoạch
Số tiền phải nộp: 115.000 đồng.
Hạn nộp: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027`,
  ],
  'dossier.accepted': [
    'Hồ sơ H48.12-261124-0001 đã được tiếp nhận',
    `Sở Xây dựng đã tiếp nhận hồ sơ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026; người tiếp nhận: Trần Văn Giả.
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.refused': [
    'Hồ sơ H48.12-261124-0001 không được tiếp nhận',
    `Lý do: Bản vẽ không phù hợp với quy hoạch
Nội dung chưa đáp ứng yêu cầu:
1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà`,
  ],
  'dossier.supplement-cancelled': [
    'Yêu cầu bổ sung hồ sơ H48.12-261124-0001 đã được hủy',
    `Ông/Bà không phải nộp bổ sung theo yêu cầu này.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'dossier.message-from-office': [
    'Có tin nhắn về hồ sơ H48.12-261124-0001',
    `Người gửi: Trần Văn Giả
Đề nghị Ông/Bà đọc và trả lời trong hồ sơ.`,
  ],
  'dossier.receipt-unconfirmed': [
    'Chưa ghi nhận biên lai H48.12-PHI-26-0000001 của hồ sơ H48.12-261124-0001',
    'Hồ sơ H48.12-261124-0001, thủ tục “Cấp giấy phép xây dựng”, đã được tiếp nhận với biên lai H48.12-PHI-26-0000001, nhưng sau một ngày làm việc khoản thu 115.000 đồng chưa được ghi nhận. Đề nghị thủ quỹ ghi biên lai hoặc lãnh đạo làm rõ; chưa trả kết quả cho đến khi khoản thu được ghi nhận.',
  ],
  'dossier.message-from-applicant': [
    'Người nộp hồ sơ H48.12-261124-0001 đã gửi tin nhắn',
    'Người nộp đã gửi tin nhắn về hồ sơ H48.12-261124-0001, thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Thời hạn giải quyết không thay đổi.',
  ],
  'dossier.supplement-part-given': [
    'Hồ sơ H48.12-261124-0001 đã nhận một phần bổ sung',
    `Hồ sơ còn thiếu:
1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Hạn bổ sung không thay đổi.`,
  ],
  'dossier.supplement-requested': [
    'Hồ sơ H48.12-261124-0001 cần bổ sung giấy tờ, thông tin',
    `1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Hạn bổ sung: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027`,
  ],
  'dossier.processing': [
    'Hồ sơ H48.12-261124-0001 đang được giải quyết',
    `Cơ quan đang giải quyết: Sở Xây dựng
Người thụ lý: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.processing-resumed': [
    'Hồ sơ H48.12-261124-0001 tiếp tục được giải quyết',
    `Cơ quan đang giải quyết: Sở Xây dựng
Người thụ lý: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.handed-over': [
    'Hồ sơ H48.12-261124-0001 được chuyển xử lý',
    `Từ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, hồ sơ ở bước “Thẩm định hồ sơ”.
Cơ quan đang giải quyết: Sở Xây dựng
Người thụ lý: Trần Văn Giả
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
  'dossier.withdrawn': [
    'Hồ sơ H48.12-261124-0001 đã được rút',
    `Hồ sơ đã được rút lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'dossier.stopped': [
    'Dừng giải quyết hồ sơ H48.12-261124-0001',
    `Sở Xây dựng đã dừng giải quyết hồ sơ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'dossier.processed': [
    'Hồ sơ H48.12-261124-0001 đã giải quyết xong',
    `Sở Xây dựng đã giải quyết xong hồ sơ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Nơi trả kết quả: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi), hoặc theo hình thức nhận kết quả mà Ông/Bà đã đăng ký.
Còn phải nộp trước khi nhận kết quả: 115.000 đồng, trực tuyến, bằng chuyển khoản hoặc tại nơi trả kết quả.`,
  ],
  'dossier.payment-reminder': [
    'Nhắc nộp phí, lệ phí hồ sơ H48.12-261124-0001',
    `Số tiền phải nộp: 115.000 đồng.
Nếu đến 08 giờ 00 phút, ngày 07 tháng 01 năm 2027 vẫn chưa nộp, hồ sơ được coi là đã rút.`,
  ],
  'dossier.collection-reminder': [
    'Nhắc nhận kết quả hồ sơ H48.12-261124-0001',
    `Nơi trả kết quả: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi).
Còn phải nộp trước khi nhận kết quả: 115.000 đồng.`,
  ],
  'dossier.posted': [
    'Kết quả hồ sơ H48.12-261124-0001 được gửi qua bưu chính',
    `Mã bưu gửi: EB123456789VN
Cước bưu chính do bưu tá thu khi phát: 115.000 đồng.`,
  ],
  'dossier.post-failed': [
    'Chưa chuyển được kết quả hồ sơ H48.12-261124-0001 qua bưu chính',
    `Mã bưu gửi: EB123456789VN
Kết quả được trả tại: Trung tâm Phục vụ hành chính công tỉnh (02 đường Minh Họa, tỉnh Quảng Ngãi).`,
  ],
  'dossier.papers-lost': [
    'Giấy tờ của hồ sơ H48.12-261124-0001 bị thất lạc',
    `Lý do: Bản vẽ không phù hợp với quy hoạch
Cơ quan giải quyết hồ sơ sẽ liên hệ với Ông/Bà để khắc phục.`,
  ],
  'dossier.return-undone': [
    'Hồ sơ H48.12-261124-0001 chưa được trả kết quả',
    `Việc ghi nhận đã trả kết quả được hủy lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Lý do: Bản vẽ không phù hợp với quy hoạch
Kết quả vẫn ở nơi trả kết quả.`,
  ],
  'dossier.acceptance-undone': [
    'Việc tiếp nhận hồ sơ H48.12-261124-0001 đã được hủy',
    `Việc tiếp nhận hồ sơ được hủy lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Lý do: Bản vẽ không phù hợp với quy hoạch
Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã cấp không còn giá trị. Hồ sơ được xem xét tiếp nhận lại.`,
  ],
  'dossier.corrected': [
    'Đã đính chính thông tin hồ sơ H48.12-261124-0001',
    `Thông tin hồ sơ đã được đính chính lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Nội dung trước và sau khi đính chính có trong hồ sơ.`,
  ],
  'dossier.forwarded': [
    'Hồ sơ H48.12-261124-0001 đã được chuyển đến Sở Xây dựng',
    `Hồ sơ đã được chuyển đến Sở Xây dựng lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 để tiếp nhận. Mã hồ sơ không thay đổi.`,
  ],
  'dossier.returned': [
    'Đã trả kết quả hồ sơ H48.12-261124-0001',
    `Kết quả đã được trả qua dịch vụ bưu chính công ích lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Mã bưu gửi: EB123456789VN`,
  ],
  'case.supplement-requested': [
    'Hồ sơ H48.12-261124-0001 cần bổ sung trong quá trình giải quyết',
    `1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Mục “Địa chỉ”: Địa chỉ chưa ghi số nhà

Hạn bổ sung: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027`,
  ],
  'case.supplement-rejected': [
    'Phần bổ sung của hồ sơ H48.12-261124-0001 không được ghi nhận',
    `Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.withdrawal-refused': [
    'Đề nghị rút hồ sơ H48.12-261124-0001 không được chấp thuận',
    `Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.deadline-adjusted': [
    'Thay đổi thời điểm hẹn trả hồ sơ H48.12-261124-0001',
    `Lý do: Bản vẽ không phù hợp với quy hoạch
Thời điểm hẹn trả kết quả mới: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026
Thời điểm hẹn trả trước đây: 14 giờ 58 phút, ngày 30 tháng 11 năm 2026`,
  ],
  'case.result-replaced': [
    'Cấp lại kết quả hồ sơ H48.12-261124-0001',
    `Giấy phép xây dựng, số 15/GPXD, thay thế văn bản số 12/GPXD từ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.result-revoked': [
    'Thu hồi kết quả hồ sơ H48.12-261124-0001',
    `Giấy phép xây dựng, số 15/GPXD, đã bị thu hồi lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026 và không còn giá trị sử dụng.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.result-issued': [
    'Đã có kết quả hồ sơ H48.12-261124-0001',
    `Giấy phép xây dựng, số 15/GPXD, đã được ký ban hành lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Người ký: Phạm Minh Họa`,
  ],
  'payment.received': [
    'Đã nhận khoản nộp của hồ sơ H48.12-261124-0001',
    `Đã nhận 115.000 đồng lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Hình thức: thanh toán trực tuyến qua Nền tảng thanh toán quốc gia
Mã giao dịch tham chiếu: H4826112400000001`,
  ],
  'payment.part-received': [
    'Đã nhận một phần khoản nộp của hồ sơ H48.12-261124-0001',
    `Đã nhận 115.000 đồng lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.
Số tiền còn phải nộp: 20.000 đồng
Hình thức: thanh toán trực tuyến qua Nền tảng thanh toán quốc gia
Mã giao dịch tham chiếu: H4826112400000001`,
  ],
  'payment.reversed': [
    'Đã hủy việc ghi nhận một khoản nộp của hồ sơ H48.12-261124-0001',
    `Việc ghi nhận đã nộp 115.000 đồng bị hủy do sai sót khi thu.
Lý do: Bản vẽ không phù hợp với quy hoạch
Mã giao dịch tham chiếu: H4826112400000001`,
  ],
  'payment.refund-listed': [
    'Khoản tiền chờ xem xét hoàn trả của hồ sơ H48.12-261124-0001',
    `Số tiền 115.000 đồng đã được lập danh sách để xem xét hoàn trả. Ông/Bà sẽ được thông báo khi có quyết định.`,
  ],
  'payment.refund-approved': [
    'Khoản hoàn trả của hồ sơ H48.12-261124-0001 đã được phê duyệt',
    `Việc hoàn trả 115.000 đồng đã được phê duyệt.
Căn cứ: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.refund-paid': [
    'Đã hoàn trả tiền của hồ sơ H48.12-261124-0001',
    `Số tiền 115.000 đồng đã được hoàn trả theo đúng hình thức mà Ông/Bà đã nộp.`,
  ],
  'dossier.other-due': [
    'Khoản phải nộp cho Thuế cơ sở 2 của hồ sơ H48.12-261124-0001',
    `Lệ phí trước bạ nhà, đất: 115.000 đồng
Căn cứ: Thông báo số 12/TB-TCS2
Cách nộp: Nộp tại ngân hàng`,
  ],
  'payment.receipt-adjusted': [
    'Đã hoàn trả tiền của hồ sơ H48.12-261124-0001',
    `Số tiền 115.000 đồng đã được hoàn trả theo đúng hình thức mà Ông/Bà đã nộp.
Biên lai số H48.12-PH-26E-0000009 được điều chỉnh giảm bằng biên lai số H48.12-PHI-26-0000001.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.refund-failed': [
    'Chưa hoàn trả được tiền của hồ sơ H48.12-261124-0001',
    `Việc hoàn trả 115.000 đồng chưa thực hiện được và sẽ được thực hiện lại.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.refund-kept': [
    'Khoản tiền của hồ sơ H48.12-261124-0001 không được hoàn trả',
    `Số tiền 115.000 đồng không được hoàn trả.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'payment.receipt-issued': [
    'Biên lai thu phí của hồ sơ H48.12-261124-0001',
    `Số biên lai: H48.12-PHI-26-0000001
Số tiền: 115.000 đồng`,
  ],
  'case.supplement-deadline-adjusted': [
    'Thay đổi thời hạn bổ sung hồ sơ H48.12-261124-0001',
    `Lý do: Bản vẽ không phù hợp với quy hoạch
Đề nghị Ông/Bà bổ sung chậm nhất lúc 08 giờ 00 phút, ngày 07 tháng 01 năm 2027.`,
  ],
  'case.due-soon': [
    'Hồ sơ H48.12-261124-0001 sắp đến hạn',
    `Hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” phải trả kết quả lúc 14 giờ 58 phút, ngày 02 tháng 12 năm 2026.
Bước đang xử lý: Thẩm định hồ sơ
Người thụ lý: Trần Văn Giả`,
  ],
  'case.apologised': [
    'Xin lỗi và hẹn lại hồ sơ H48.12-261124-0001',
    `Sở Xây dựng xin lỗi Ông/Bà vì chậm giải quyết hồ sơ.
Lý do: Bản vẽ không phù hợp với quy hoạch
Thời điểm hẹn lại: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026
Thời điểm đã hẹn: 14 giờ 58 phút, ngày 30 tháng 11 năm 2026`,
  ],
  'case.supplement-completed': [
    'Hồ sơ H48.12-261124-0001 đã được bổ sung',
    'Người nộp đã bổ sung hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Thời hạn giải quyết được tính tiếp.',
  ],
  'case.supplement-part-given': [
    'Hồ sơ H48.12-261124-0001 đã được bổ sung một phần',
    'Người nộp đã bổ sung một phần nội dung được yêu cầu của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Người thụ lý chờ phần còn lại, hoặc xác nhận nội dung đã bổ sung là đủ để giải quyết.',
  ],
  'case.withdrawn': [
    'Hồ sơ H48.12-261124-0001 đã được rút',
    `Người nộp đã rút hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026. Việc giải quyết hồ sơ chấm dứt.
Lý do: Bản vẽ không phù hợp với quy hoạch`,
  ],
  'case.overdue': [
    'Hồ sơ H48.12-261124-0001 đã quá hạn',
    `Hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” đã quá hạn từ 14 giờ 58 phút, ngày 02 tháng 12 năm 2026. Hồ sơ vẫn tiếp tục được giải quyết và trả kết quả.
Bước đang xử lý: Thẩm định hồ sơ
Người thụ lý: Trần Văn Giả`,
  ],
  'case.escalated': [
    'Hồ sơ H48.12-261124-0001 cần lãnh đạo xem xét',
    `Hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”: Bản vẽ không phù hợp với quy hoạch
Bước đang xử lý: Thẩm định hồ sơ
Người thụ lý: Trần Văn Giả`,
  ],
  'task.assigned': [
    'Hồ sơ H48.12-261124-0001: Thẩm định hồ sơ',
    `Từ lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026, Ông/Bà thụ lý bước “Thẩm định hồ sơ” của hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng”.
Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`,
  ],
};

const BARE_LETTER: TemplateContent = {
  email: { vi: { subject: '{{subject}}', body: '{{text}}' }, en: { subject: '{{subject}}', body: '{{text}}' } },
  inApp: null,
};

describe('messages in Vietnamese', () => {
  it.each(KIND_CODES.filter((kind) => kind !== 'letter' && hasChannel(kind, 'email')))('writes the mail %s', (kind) => {
    const { subject, text } = renderMail(kind, { message: builtInTemplate(kind), letter: BARE_LETTER }, FULL, 'vi');
    expect([subject, text]).toEqual(MAIL[kind]);
  });

  it.each(KIND_CODES.filter((kind) => hasChannel(kind, 'inApp')))('writes in the application %s', (kind) => {
    const { title, body } = renderInApp(kind, builtInTemplate(kind), FULL, 'vi');
    expect([title, body]).toEqual(IN_APP[kind]);
  });

  it('says that the term is paused, where there is no new date', () => {
    const { body } = renderInApp(
      'case.deadline-adjusted',
      builtInTemplate('case.deadline-adjusted'),
      { ...FULL, dueAt: null },
      'vi',
    );
    expect(body).toBe(`Lý do: Bản vẽ không phù hợp với quy hoạch
Thời hạn giải quyết tạm dừng; thời điểm hẹn trả mới sẽ được thông báo khi hồ sơ được giải quyết tiếp.
Thời điểm hẹn trả trước đây: 14 giờ 58 phút, ngày 30 tháng 11 năm 2026`);
  });

  it('puts every mail into a letter that says from whom, about which dossier, and where to follow it', () => {
    const contents = { message: builtInTemplate('case.withdrawal-refused'), letter: builtInTemplate('letter') };
    const { subject, text } = renderMail('case.withdrawal-refused', contents, FULL, 'vi');
    expect(subject).toBe('Đề nghị rút hồ sơ H48.12-261124-0001 không được chấp thuận');
    expect(text).toBe(`Kính gửi: Nguyễn Thị Mẫu

Đề nghị rút hồ sơ H48.12-261124-0001 về thủ tục “Cấp giấy phép xây dựng” của Ông/Bà không được chấp thuận. Hồ sơ tiếp tục được giải quyết.

Lý do: Bản vẽ không phù hợp với quy hoạch

Mã hồ sơ: H48.12-261124-0001
Thủ tục: Cấp giấy phép xây dựng
Tra cứu tình trạng hồ sơ: https://motcua.example/tra-cuu/H48.12-261124-0001

Trân trọng,
Sở Xây dựng
Địa chỉ: 01 đường Minh Họa, tỉnh Quảng Ngãi
Điện thoại: 0255 3000 000

Thư này được gửi tự động, đề nghị Ông/Bà không trả lời thư này. Để được hướng dẫn, Ông/Bà liên hệ cơ quan nêu trên và cung cấp mã hồ sơ.`);
  });

  it('says which fee a receipt is for, and how a result came back', () => {
    const receipt = builtInTemplate('payment.receipt-issued');
    expect(renderInApp('payment.receipt-issued', receipt, { ...FULL, feeKind: 'lePhi' }, 'vi').title).toBe(
      'Biên lai thu lệ phí của hồ sơ H48.12-261124-0001',
    );
    const returned = builtInTemplate('dossier.returned');
    expect(
      renderInApp('dossier.returned', returned, { ...FULL, returnMethod: 'counter', trackingNumber: null }, 'vi').body,
    ).toBe('Kết quả đã được trả trực tiếp tại Bộ phận Một cửa lúc 08 giờ 00 phút, ngày 24 tháng 11 năm 2026.');
  });
});
