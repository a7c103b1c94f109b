import type { Fault, Localized } from '@motcua/kernel';
import { cleanName, tidy } from './clean-text.js';

const NOT = (vi: string, en: string): Localized => ({ vi, en });

/** Reads JSON of others: what is absent is null, what has the wrong type is a fault with its pointer. */
export class Reading {
  readonly faults: Fault[] = [];

  fault(pointer: string, code: string, detail: Localized): void {
    this.faults.push({ pointer, code, detail });
  }

  object(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.fault(pointer, 'NOT_AN_OBJECT', NOT('Phải là một đối tượng JSON.', 'Must be a JSON object.'));
    return {};
  }

  /** The items of a list, each with its pointer. A single object stands for a list of one; absent is empty. */
  list(value: unknown, pointer: string): { readonly value: unknown; readonly pointer: string }[] {
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value)) return value.map((item: unknown, at) => ({ value: item, pointer: `${pointer}/${at}` }));
    if (typeof value === 'object') return [{ value, pointer }];
    this.fault(pointer, 'NOT_A_LIST', NOT('Phải là danh sách.', 'Must be a list.'));
    return [];
  }

  objects(
    value: unknown,
    pointer: string,
  ): { readonly value: Readonly<Record<string, unknown>>; readonly pointer: string }[] {
    return this.list(value, pointer).map((item) => ({
      value: this.object(item.value, item.pointer),
      pointer: item.pointer,
    }));
  }

  /** A text without blanks around it; null where it is absent or empty. */
  text(value: unknown, pointer: string): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return tidy(value) || null;
    this.fault(pointer, 'NOT_A_TEXT', NOT('Phải là chuỗi ký tự.', 'Must be a text.'));
    return null;
  }

  required(value: unknown, pointer: string): string {
    const found = this.text(value, pointer);
    if (found !== null) return found;
    if (value === undefined || value === null || typeof value === 'string')
      this.fault(pointer, 'MISSING', NOT('Thiếu giá trị bắt buộc.', 'A value is required.'));
    return '';
  }

  /** Code and name of one thing: its code stands for a name that is missing. Undefined where it has neither. */
  named(
    one: Readonly<Record<string, unknown>>,
    pointer: string,
    [codeKey, nameKey]: readonly [string, string],
  ): { readonly code: string | null; readonly name: string } | undefined {
    const code = this.text(one[codeKey], `${pointer}/${codeKey}`);
    const name = cleanName(this.text(one[nameKey], `${pointer}/${nameKey}`) ?? code ?? '');
    if (name !== '') return { code, name };
    this.fault(`${pointer}/${nameKey}`, 'MISSING', NOT('Thiếu cả mã và tên.', 'Neither a code nor a name is given.'));
    return undefined;
  }

  /** A number that is not negative, also as a text, with groups of thousands (`230.000`); null where it is absent. */
  number(value: unknown, pointer: string): number | null {
    if (value === undefined || value === null || value === '') return null;
    const found = typeof value === 'string' ? fromText(value.trim()) : value;
    if (typeof found === 'number' && Number.isFinite(found) && found >= 0) return found;
    this.fault(pointer, 'NOT_A_NUMBER', NOT('Phải là số không âm.', 'Must be a number that is not negative.'));
    return null;
  }

  /** An amount of money in whole đồng; null where it is absent. */
  amount(value: unknown, pointer: string): number | null {
    const found = this.number(value, pointer);
    if (found !== null && !Number.isSafeInteger(found))
      this.fault(pointer, 'NOT_WHOLE', NOT('Số tiền phải là số nguyên đồng.', 'An amount is in whole đồng.'));
    return found;
  }

  /** The day in Vietnam of a time in epoch milliseconds; null where it is absent. */
  day(value: unknown, pointer: string): string | null {
    const milliseconds = this.number(value, pointer);
    if (milliseconds === null) return null;
    if (!Number.isSafeInteger(milliseconds) || milliseconds > 4_102_444_800_000) {
      this.fault(
        pointer,
        'NOT_A_TIME',
        NOT('Phải là thời điểm tính bằng mili giây.', 'Must be a time in epoch milliseconds.'),
      );
      return null;
    }
    return Temporal.Instant.fromEpochMilliseconds(milliseconds)
      .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
      .toPlainDate()
      .toString();
  }

  flag(value: unknown, pointer: string): boolean | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean') return value;
    this.fault(pointer, 'NOT_A_FLAG', NOT('Phải là true hoặc false.', 'Must be true or false.'));
    return null;
  }
}

function fromText(text: string): number | undefined {
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return Number(text.replaceAll(/[.,]/g, ''));
  return /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
