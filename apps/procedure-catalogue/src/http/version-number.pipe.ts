import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';

class VersionNumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      {
        pointer: '/version',
        code: 'NUMBER_INVALID',
        detail: { vi: 'Số phiên bản là số nguyên từ 1.', en: 'A version is a whole number from 1.' },
      },
    ]);
  }
}

export const VersionNumber = new VersionNumberPipe();
