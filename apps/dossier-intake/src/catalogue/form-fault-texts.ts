import type { ErrorObject } from 'ajv/dist/2020.js';

const TEXTS: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: () => 'Thiếu thông tin bắt buộc.',
  additionalProperties: () => 'Mẫu đơn không có trường này.',
  unevaluatedProperties: () => 'Mẫu đơn không có trường này.',
  type: ({ type }) => `Sai kiểu dữ liệu, cần ${String(type)}.`,
  minLength: ({ limit }) => `Cần ít nhất ${String(limit)} ký tự.`,
  maxLength: ({ limit }) => `Tối đa ${String(limit)} ký tự.`,
  minimum: ({ limit }) => `Không được nhỏ hơn ${String(limit)}.`,
  maximum: ({ limit }) => `Không được lớn hơn ${String(limit)}.`,
  exclusiveMinimum: ({ limit }) => `Phải lớn hơn ${String(limit)}.`,
  exclusiveMaximum: ({ limit }) => `Phải nhỏ hơn ${String(limit)}.`,
  minItems: ({ limit }) => `Cần ít nhất ${String(limit)} mục.`,
  maxItems: ({ limit }) => `Tối đa ${String(limit)} mục.`,
  pattern: () => 'Không đúng định dạng.',
  format: ({ format }) => `Không đúng định dạng ${String(format)}.`,
  enum: () => 'Giá trị không nằm trong danh sách cho phép.',
  const: () => 'Giá trị không đúng.',
};

/** A fault of the form in Vietnamese. */
export const sayInVietnamese = ({ keyword, params }: ErrorObject): string =>
  TEXTS[keyword]?.(params as Readonly<Record<string, unknown>>) ?? 'Giá trị không hợp lệ theo mẫu đơn của thủ tục.';
