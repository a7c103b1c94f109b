import { dayInVietnam } from '@motcua/kernel';

/** `H48` + `261124` + a number, so that a reference tells a person where and when. */
export function orderReference(agency: string, at: Temporal.Instant, serial: number): string {
  const [year, month, day] = dayInVietnam(at).split('-');
  return `${agency.split('.')[0]}${year?.slice(2)}${month}${day}${String(serial).padStart(8, '0')}`;
}
