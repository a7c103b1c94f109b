import { Count, MayBeAbsent, OneOf } from './fields.js';
import { TERM_UNITS, type TermUnit } from './vocabulary.js';

/** How long something may take (R4). `amount` is absent for `sameDay` alone (R7). */
export class Term {
  @MayBeAbsent() @Count() readonly amount?: number;
  @OneOf(TERM_UNITS) readonly unit!: TermUnit;
}
