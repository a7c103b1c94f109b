import { CHANNELS } from '../message-kinds/channels.js';
import { hasChannel, type KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';

/** A message that has something to say in every place; what a letter frames is not its own. */
export const FULL: Required<Omit<MessageData, 'subject' | 'text'>> = {
  code: 'H48.12-261124-0001',
  procedureName: 'Cấp giấy phép xây dựng',
  agencyName: 'Sở Xây dựng',
  agencyAddress: '01 đường Minh Họa, tỉnh Quảng Ngãi',
  agencyPhone: '0255 3000 000',
  officerName: 'Trần Văn Giả',
  trackingUrl: 'https://motcua.example/tra-cuu/H48.12-261124-0001',
  at: '2026-11-24T08:00:00+07:00',
  fullName: 'Nguyễn Thị Mẫu',
  adjustedNumber: 'H48.12-PH-26E-0000009',
  amount: 115000,
  collectorName: 'Thuế cơ sở 2',
  deadlineAt: '2027-01-07T08:00:00+07:00',
  dueAt: '2026-12-02T14:58:00+07:00',
  dueName: 'Lệ phí trước bạ nhà, đất',
  howToPay: 'Nộp tại ngân hàng',
  legalBasis: 'Thông báo số 12/TB-TCS2',
  feeKind: 'phi',
  items: [
    { component: 'Bản vẽ thiết kế', field: null, reason: 'Bản vẽ chưa có chữ ký của người lập' },
    { component: null, field: 'Địa chỉ', reason: 'Địa chỉ chưa ghi số nhà' },
  ],
  paymentMethod: 'nationalPlatform',
  previousDueAt: '2026-11-30T14:58:00+07:00',
  reason: 'Bản vẽ không phù hợp với quy hoạch',
  receiptNumber: 'H48.12-PHI-26-0000001',
  receptionDueAt: '2026-11-25T09:00:00+07:00',
  reference: 'H4826112400000001',
  replacedNumber: '12/GPXD',
  resultName: 'Giấy phép xây dựng',
  resultNumber: '15/GPXD',
  returnAgencyAddress: '02 đường Minh Họa, tỉnh Quảng Ngãi',
  returnAgencyName: 'Trung tâm Phục vụ hành chính công tỉnh',
  returnMethod: 'post',
  signerName: 'Phạm Minh Họa',
  stepName: 'Thẩm định hồ sơ',
  stillOwed: 20000,
  trackingNumber: 'EB123456789VN',
};

/** The same with nothing that may be absent. */
export const BARE: MessageData = {
  code: FULL.code ?? null,
  procedureName: FULL.procedureName ?? null,
  agencyName: FULL.agencyName ?? null,
  trackingUrl: FULL.trackingUrl ?? null,
  at: FULL.at ?? null,
  fullName: FULL.fullName ?? null,
};

export const channelsOf = (kind: KindCode) => CHANNELS.filter((channel) => hasChannel(kind, channel));
