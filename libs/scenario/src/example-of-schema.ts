import { CannotPlay } from './cannot-play.js';

/** As much of JSON Schema as forms use. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly multipleOf?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly title?: string;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-01-15',
  'date-time': '2026-01-15T08:00:00+07:00',
  time: '08:00:00+07:00',
  email: 'mau@example.test',
  uri: 'https://example.test/',
};

/** Texts that people write into forms; the first that the pattern takes is given. */
const SPECIMENS = [
  'Mẫu',
  '0900000001',
  '+84900000001',
  '051199000017',
  '0123456789',
  '4300000000',
  '2026',
  '01/2026',
  '01-2026',
  '2026-01-15',
  '08:00',
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
  '12345678',
  '123456789',
  'A',
  'AB',
  'ABC',
  'A1',
  'A123',
  '76C-123.45',
  '76C-12345',
  '76C12345',
  '76C1-123.45',
  '76',
  'QNg-12345-TS',
];

function text({ format, pattern, minLength = 0, maxLength = Infinity, title = '' }: Schema): string {
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format];
  if (pattern !== undefined) {
    const fits = SPECIMENS.find(
      (one) => new RegExp(pattern, 'u').test(one) && one.length >= minLength && one.length <= maxLength,
    );
    if (fits !== undefined) return fits;
    throw new CannotPlay(
      `Không biết ví dụ nào cho mẫu ${pattern}${title && ` (${title})`}: thêm "examples" vào biểu mẫu. · No example is known for that pattern: give the field "examples" in the form's schema.`,
    );
  }
  return `${title || 'Thông tin'} (mẫu)`.padEnd(minLength, '.').slice(0, Math.min(maxLength, 1000));
}

function number({ minimum, exclusiveMinimum, multipleOf = 1 }: Schema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + multipleOf);
  return Math.ceil(least / multipleOf) * multipleOf;
}

/** Something that a form's JSON Schema accepts, with what it requires and nothing else. @throws CannotPlay */
export function exampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum?.length) return schema.enum[0];
  const alternative = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (alternative && schema.properties === undefined) return exampleOf({ ...schema, ...alternative });
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'string') return text(schema);
  if (type === 'integer' || type === 'number') return number(schema);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}));
  const required = schema.required ?? [];
  return Object.fromEntries(required.map((name) => [name, exampleOf(schema.properties?.[name] ?? { type: 'string' })]));
}
