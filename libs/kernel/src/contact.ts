import { composed } from './composed.js';

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
// One plain address: no line break, no list, no display name, no comment; letters of any script (RFC 6531).
const MAIL_ADDRESS = new RegExp(`^[^\\s@<>(),;:"\\\\[\\]\\p{C}]{1,64}@(?=.{1,253}$)${LABEL}(?:\\.${LABEL})+$`, 'u');
const PHONE = /^\+?\d{8,15}$/;

/** Whether mail can be sent to it: the one check, where it is entered and where it is used. */
export const isMailAddress = (text: string): boolean => MAIL_ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** A phone number as people write it, `(0255) 3822 123` or `+84 (0)905.123.456`, in digits: `02553822123`, `+84905123456`. */
export const typedPhone = (text: string): string =>
  composed(text)
    .replace(/^(\s*\+\d{1,3}\s*)\(0\)/, '$1')
    .replaceAll(/[\s.()\u2010-\u2015-]/gu, '');

/** Whether a {@link typedPhone} can be called: 8 to 15 digits, with or without a plus. */
export const isPhone = (digits: string): boolean => PHONE.test(digits);
