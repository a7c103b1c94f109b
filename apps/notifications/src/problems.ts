import type { ProblemTable } from '@motcua/platform';

/** Every refusal of this service that the platform does not know. */
export type NotificationCode = 'TEMPLATE.INVALID' | 'DELIVERY.NOT_FAILED';

export const NOTIFICATION_PROBLEMS: ProblemTable<NotificationCode> = {
  'TEMPLATE.INVALID': {
    status: 422,
    title: { vi: 'Mẫu thông báo chưa hợp lệ', en: 'The template is not valid' },
  },
  'DELIVERY.NOT_FAILED': {
    status: 409,
    title: { vi: 'Chỉ gửi lại thư điện tử đã gửi không thành công', en: 'Only failed mail can be sent again' },
  },
};
