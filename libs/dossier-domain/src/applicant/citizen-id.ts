import { VIETNAM } from '@motcua/kernel';

const CITIZEN_ID = /^(\d{3})(\d)(\d{2})\d{6}$/;
const LAST_PROVINCE = 96;

/**
 * Whether a citizen id can exist at an instant: 12 digits; province of birth 001 to 096; a digit for century and sex
 * (0 and 1: the 20th), then the year, not after the instant's.
 */
export function isCitizenId(number: string, now: Temporal.Instant): boolean {
  const [matched, province, century, year] = CITIZEN_ID.exec(number) ?? [];
  if (!matched || Number(province) < 1 || Number(province) > LAST_PROVINCE) return false;
  const born = 1900 + Math.floor(Number(century) / 2) * 100 + Number(year);
  return born <= now.toZonedDateTimeISO(VIETNAM).year;
}
