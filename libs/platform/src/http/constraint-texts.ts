import type { Fault } from '@motcua/kernel';

const TEXTS: Readonly<Record<string, string>> = {
  isDefined: 'Thiếu trường bắt buộc.',
  isNotEmpty: 'Không được để trống.',
  isString: 'Phải là chuỗi ký tự.',
  isInt: 'Phải là số nguyên.',
  isNumber: 'Phải là số.',
  isBoolean: 'Phải là true hoặc false.',
  isArray: 'Phải là danh sách.',
  isObject: 'Phải là một đối tượng.',
  isUuid: 'Phải là một UUID.',
  isIn: 'Giá trị không nằm trong danh sách cho phép.',
  isEmail: 'Địa chỉ thư điện tử không hợp lệ.',
  isUrl: 'Địa chỉ URL không hợp lệ.',
  min: 'Nhỏ hơn mức cho phép.',
  max: 'Lớn hơn mức cho phép.',
  isLength: 'Độ dài không nằm trong khoảng cho phép.',
  minLength: 'Ngắn hơn mức cho phép.',
  maxLength: 'Dài hơn mức cho phép.',
  arrayMinSize: 'Danh sách có quá ít phần tử.',
  arrayMaxSize: 'Danh sách có quá nhiều phần tử.',
  arrayUnique: 'Danh sách có phần tử bị trùng.',
  matches: 'Không đúng định dạng.',
  nestedValidation: 'Phải là một đối tượng, hoặc danh sách các đối tượng.',
  isInstant: 'Phải là thời điểm theo ISO 8601, có múi giờ, ví dụ 2026-11-25T08:10:00+07:00.',
  isDay: 'Phải là một ngày có thật, dạng YYYY-MM-DD.',
};

/** A field's fault in Vietnamese; the limits themselves are in the English sentence and in OpenAPI. */
export const constraintInVietnamese = (constraint: string, english: string): string => TEXTS[constraint] ?? english;

/** A member that nobody asked for. */
export const unknownField = (pointer: string): Fault => ({
  pointer,
  code: 'UNKNOWN_FIELD',
  detail: {
    vi: 'Trường này không có trong đặc tả; đề nghị bỏ hoặc kiểm tra tên trường.',
    en: 'This field is not part of the request; leave it out, or check its name.',
  },
});
