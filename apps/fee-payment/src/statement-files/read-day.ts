import { dayInVietnam } from '@motcua/kernel';

const FORMS = [
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[T\s].*)?$/,
  /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})(?:\s.*)?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:\d{6})?$/,
];

export function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

function dayOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** An instant that names its offset. */
const OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A day as statements write it (`24/11/2026`, `2026-11-24 09:10`, `20261124091000`), as `YYYY-MM-DD`; null where it is none. Of an
 * instant it is the day in Vietnam. */
export function readDay(text: string): string | null {
  if (OFFSET.test(text.trim())) {
    const instant = instantOf(text.trim());
    return instant && dayInVietnam(instant);
  }
  for (const form of FORMS) {
    const { y, m, d } = form.exec(text.trim())?.groups ?? {};
    if (y !== undefined) return dayOf(Number(y), Number(m), Number(d));
  }
  return null;
}

/** `YYMMDD` of this century. */
export const readShortDay = (text: string): string | null =>
  /^\d{6}$/.test(text) ? dayOf(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))) : null;

/** A day as a spreadsheet counts it: from 30 December 1899. */
export const readSheetDay = (text: string): string | null =>
  /^\d{5}(?:\.\d+)?$/.test(text)
    ? Temporal.PlainDate.from('1899-12-30')
        .add({ days: Math.floor(Number(text)) })
        .toString()
    : null;
