import { VIETNAM } from '@motcua/kernel';

const two = (part: number): string => String(part).padStart(2, '0');

/** `yyyyMMddHHmmss` in Vietnam; an absent time is an empty text. */
export function vietnamTime(at: string | null | undefined): string {
  if (at == null) return '';
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO(VIETNAM);
  return `${String(year).padStart(4, '0')}${[month, day, hour, minute, second].map(two).join('')}`;
}

const FORM = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** The instant of a `yyyyMMddHHmmss` in Vietnam; undefined where it is none. */
export function instantOf(text: string): Temporal.Instant | undefined {
  const found = FORM.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  try {
    return Temporal.ZonedDateTime.from(
      { year, month, day, hour, minute, second, timeZone: VIETNAM },
      { overflow: 'reject' },
    ).toInstant();
  } catch {
    return undefined;
  }
}
