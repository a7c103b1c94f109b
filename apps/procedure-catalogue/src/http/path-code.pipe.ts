import type { PipeTransform } from '@nestjs/common';
import { PROCEDURE_CODE } from '@motcua/catalogue-domain';
import { type Localized, Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';

/** Refuses a path whose code could not be one, before anything is looked up. */
class PathCode implements PipeTransform<string, string> {
  constructor(
    private readonly pattern: RegExp,
    private readonly detail: Localized,
  ) {}

  transform(value: string): string {
    if (this.pattern.test(value)) return value;
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      { pointer: '/code', code: 'CODE_INVALID', detail: this.detail },
    ]);
  }
}

export const ProcedureCode = new PathCode(PROCEDURE_CODE, {
  vi: 'Mã thủ tục có dạng 1.001686 hoặc 3.000181.000.00.00.H22.',
  en: 'A procedure code is written 1.001686 or 3.000181.000.00.00.H22.',
});

export const AgencyCode = new PathCode(/^([A-Z]\d{2}(\.\d{1,3}){0,3}|\d{1,3}(\.\d{1,3}){2}\.[A-Z]\d{2})$/, {
  vi: 'Mã cơ quan có dạng H48.12 hoặc 000.00.12.H48.',
  en: 'An agency identifier is written H48.12 or 000.00.12.H48.',
});

export const PlainCode = new PathCode(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, {
  vi: 'Mã gồm 1 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.',
  en: 'A code has 1 to 60 letters without diacritics, digits, dots, dashes or underscores.',
});
