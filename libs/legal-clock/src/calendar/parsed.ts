import { present } from '@motcua/kernel';

/** A part of a calendar that parsing has found sound. */
export const parsed = (value: number | undefined): number =>
  present(value, 'a calendar is compiled only after it was parsed');
