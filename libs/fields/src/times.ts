import { ValidateBy } from 'class-validator';
import { field, type FieldOptions } from './field.js';
import { isInstant } from './instant-text.js';

/** An instant as ISO 8601 with offset, to the millisecond at most. */
export const InstantText = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-11-25T08:10:00+07:00', ...options },
    { schema: { type: 'string', format: 'date-time' } },
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: () => '$property must be an ISO 8601 time with an offset, to the millisecond at most',
      },
    }),
  );

function isAnyInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}

/** An instant as ISO 8601 with offset, as exact as it was told. */
export const AnyInstant = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'string', format: 'date-time' } },
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: isAnyInstant,
        defaultMessage: () => '$property must be an ISO 8601 instant with its offset',
      },
    }),
  );

/** Whether a value is a date `YYYY-MM-DD` that exists. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    // A day begins earlier in Vietnam than in UTC, and PostgreSQL's calendar has no year 0.
    return Temporal.PlainDate.from(value).toString() === value && value > '0001-01-01';
  } catch {
    return false;
  }
}

/** A date `YYYY-MM-DD` that exists, in Vietnam. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-11-25', ...options },
    { schema: { type: 'string', format: 'date' } },
    ValidateBy({
      name: 'isDay',
      validator: { validate: isDay, defaultMessage: () => '$property must be an existing date, YYYY-MM-DD' },
    }),
  );
