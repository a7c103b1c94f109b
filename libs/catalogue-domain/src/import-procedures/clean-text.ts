/** Composed letters, single blanks. */
export const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** A name without the dashes, dots and semicolons of the list that it was cut from: `-Đơn đăng ký;` → `Đơn đăng ký`. */
export function cleanName(text: string): string {
  const whole = tidy(text);
  const bare = whole.replace(/^[-–+*•.,;:\s]+/, '').replace(/[.,;:\s]+$/, '');
  return bare === '' ? whole : bare;
}

/** How long a text that is stored may be. */
export const LENGTH = { name: 2_000, case: 1_000, fee: 300, basis: 1_000, code: 190, termAndFee: 4_000 } as const;

/** A text cut to a length, with an ellipsis where something was cut. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
