import { currentIdentifier, dayInVietnam, isAgencyIdentifier, typedIdentifier, VIETNAM } from '@motcua/kernel';

/** The parts of a dossier's code (R1): receiving agency, day in Vietnam `YYYY-MM-DD`, sequence of that agency and day. */
interface DossierCodeParts {
  readonly agency: string;
  readonly day: string;
  readonly sequence: number;
}

const CODE = /^(.+)-(\d{2})(\d{2})(\d{2})-(\d{4,15})$/;

/** The day in Vietnam on which a code is given: sequences count per receiving agency and this day. @rule R1 */
export const codeDay = (instant: Temporal.Instant): string => dayInVietnam(instant);

/** The code `{agency}-{yyMMdd}-{seq}`; the sequence has at least 4 digits and starts at 1. @rule R1 */
export function dossierCode(agency: string, instant: Temporal.Instant, sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`no sequence of a code: ${sequence}`);
  const day = codeDay(instant).replaceAll('-', '').slice(2);
  return `${currentIdentifier(agency)}-${day}-${String(sequence).padStart(4, '0')}`;
}

/**
 * The parts of a code however it was typed, its agency in the current form also where the code has the legacy one; null
 * if it is none.
 * @rule R2
 */
function parseDossierCode(code: string): DossierCodeParts | null {
  const [, agency = '', year = '', month = '', dayOfMonth = '', digits = ''] = CODE.exec(typedIdentifier(code)) ?? [];
  const sequence = Number(digits);
  if (!isAgencyIdentifier(agency) || sequence < 1 || digits !== String(sequence).padStart(4, '0')) return null;
  const day = `20${year}-${month}-${dayOfMonth}`;
  return isDay(day) ? { agency: currentIdentifier(agency), day, sequence } : null;
}

/**
 * A code as it is stored, whether its agency has the legacy form and however its letters were typed; null if it is none.
 * @rule R2
 */
export function currentDossierCode(text: string): string | null {
  const parts = parseDossierCode(text);
  if (!parts) return null;
  const day = Temporal.PlainDate.from(parts.day).toZonedDateTime(VIETNAM).toInstant();
  return dossierCode(parts.agency, day, parts.sequence);
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
