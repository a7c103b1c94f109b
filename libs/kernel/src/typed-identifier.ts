import { composed } from './composed.js';

/** What word processors and telephones make of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;

/** An identifier as a person typed or pasted it, in the form in which identifiers are compared. */
export const typedIdentifier = (text: string): string =>
  composed(text).replaceAll(DASHES, '-').replaceAll(/\s+/gu, '').replace(/\.+$/u, '').toUpperCase();

/** A number of somebody else's, of whose form nothing is known: one of signs alone stays as it was typed. */
export const typedNumber = (text: string): string => typedIdentifier(text) || text;
