import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';

class Year implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^20\d\d$/.test(value)) return Number(value);
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      {
        pointer: '/year',
        code: 'YEAR_INVALID',
        detail: { vi: 'Năm có bốn chữ số, ví dụ 2026.', en: 'A year has four digits, such as 2026.' },
      },
    ]);
  }
}

export const YearOfTarget = new Year();
