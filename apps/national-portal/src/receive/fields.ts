import type { Fault } from '@motcua/kernel';
import { instantOf } from '../record/vietnam-time.js';

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with a value; undefined where nothing is. */
export type Rule = (value: unknown, pointer: string) => Fault[];

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });
const notText = (pointer: string): Fault[] => [
  fault(pointer, 'IS_STRING', 'Phải là chuỗi ký tự.', 'It must be a string.'),
];

/** A text, or nothing: the protocol writes an absent value as an empty text, and a sender may leave it out. */
export const text: Rule = (value, pointer) =>
  value === undefined || typeof value === 'string' ? [] : notText(pointer);

/** A text of at most so many characters, or nothing. */
export const textUpTo =
  (longest: number): Rule =>
  (value, pointer) =>
    typeof value === 'string' && [...value].length > longest
      ? [fault(pointer, 'MAX_LENGTH', `Dài quá ${longest} ký tự.`, `It is longer than ${longest} characters.`)]
      : text(value, pointer);

export const filled =
  (longest = 500): Rule =>
  (value, pointer) => {
    if (value === undefined) return [fault(pointer, 'IS_DEFINED', 'Thiếu trường bắt buộc.', 'The field is missing.')];
    if (typeof value !== 'string') return notText(pointer);
    if (value.trim() === '') return [fault(pointer, 'IS_NOT_EMPTY', 'Không được để trống.', 'It must not be empty.')];
    return textUpTo(longest)(value, pointer);
  };

export const oneOf =
  (...values: readonly string[]): Rule =>
  (value, pointer) => {
    if (value === undefined || value === '') return [];
    if (typeof value !== 'string') return notText(pointer);
    if (values.includes(value)) return [];
    const list = values.join(', ');
    return [fault(pointer, 'IS_IN', `Phải là một trong: ${list}.`, `It must be one of ${list}.`)];
  };

export const time: Rule = (value, pointer) => {
  if (value === undefined || value === '') return [];
  if (typeof value !== 'string') return notText(pointer);
  return instantOf(value)
    ? []
    : [
        fault(
          pointer,
          'IS_TIME',
          'Phải là thời điểm có thật dạng yyyyMMddHHmmss.',
          'It must be a time yyyyMMddHHmmss.',
        ),
      ];
};

/** Whole đồng, as a text. */
export const amount: Rule = (value, pointer) => {
  const wrong = filled()(value, pointer);
  if (wrong.length > 0) return wrong;
  return /^[1-9]\d{0,11}$/.test(value as string)
    ? []
    : [
        fault(
          pointer,
          'IS_AMOUNT',
          'Phải là số đồng nguyên, lớn hơn 0, không quá 12 chữ số.',
          'It must be a whole number of đồng above 0, of at most 12 digits.',
        ),
      ];
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type Shape = Readonly<Record<string, Rule>>;

/** Every fault of an object at once. A field that the shape does not name is let pass: the portal may know more. */
export function faultsOf(value: unknown, shape: Shape, at = ''): Fault[] {
  if (!isObject(value)) return [fault(at, 'IS_OBJECT', 'Phải là một đối tượng JSON.', 'It must be a JSON object.')];
  return Object.entries(shape).flatMap(([name, rule]) => rule(value[name], `${at}/${name}`));
}

const MOST = 200;

export const listOf =
  (shape: Shape): Rule =>
  (value, pointer) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [fault(pointer, 'IS_ARRAY', 'Phải là danh sách.', 'It must be a list.')];
    if (value.length > MOST)
      return [fault(pointer, 'ARRAY_MAX_SIZE', `Không quá ${MOST} phần tử.`, `It has more than ${MOST} elements.`)];
    return value.flatMap((item: unknown, index) => faultsOf(item, shape, `${pointer}/${index}`));
  };

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function said(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().normalize('NFC');
  if (Array.isArray(value)) return value.map(said);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, said(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => !isAbsent(member)));
}

/**
 * What a body says in the fields that its shape names: a repeat is known by it, though it is written otherwise or has something
 * beside it, such as when it was sent.
 */
export const saidIn = (body: Json, shape: Shape): unknown =>
  said(Object.fromEntries(Object.keys(shape).map((name) => [name, body[name]])));

/** The value of a text field, or an empty text. */
export function textIn(body: Json, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function listIn(body: Json, name: string): readonly Json[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}
