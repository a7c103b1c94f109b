import type { FeeKind, PaymentMethod, ReturnMethod } from '@motcua/contracts';
import type { Localized } from '@motcua/kernel';

/** Words of the contracts, as they stand in the middle of a sentence. */
export const WORDS = {
  feeKind: {
    phi: { vi: 'phí', en: 'fee' },
    lePhi: { vi: 'lệ phí', en: 'charge' },
  } satisfies Record<FeeKind, Localized>,
  paymentMethod: {
    nationalPlatform: {
      vi: 'thanh toán trực tuyến qua Nền tảng thanh toán quốc gia',
      en: 'online payment through the national payment platform',
    },
    counter: { vi: 'nộp trực tiếp tại quầy', en: 'payment at the counter' },
    transfer: { vi: 'chuyển khoản', en: 'bank transfer' },
    nationalPortal: {
      vi: 'thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia',
      en: 'online payment at the national portal',
    },
  } satisfies Record<PaymentMethod, Localized>,
  returnMethod: {
    counter: { vi: 'trực tiếp tại Bộ phận Một cửa', en: 'at the one-stop counter' },
    post: { vi: 'qua dịch vụ bưu chính công ích', en: 'by public post' },
    online: { vi: 'trực tuyến', en: 'online' },
  } satisfies Record<ReturnMethod, Localized>,
} as const satisfies Record<string, Record<string, Localized>>;
