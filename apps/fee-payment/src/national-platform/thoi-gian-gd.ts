import { VIETNAM } from '@motcua/kernel';

/** An instant as the platform writes it: `yyyyMMddHHmmss` in Vietnam. */
export const thoiGianGD = (at: Temporal.Instant): string =>
  at
    .toZonedDateTimeISO(VIETNAM)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second', roundingMode: 'trunc' })
    .replaceAll(/\D/g, '');
