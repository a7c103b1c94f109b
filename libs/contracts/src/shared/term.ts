import { Count, OneOf } from '@motcua/fields';
import { IsOptional } from 'class-validator';
import { TERM_UNITS, type TermUnit } from './vocabulary.js';

/** How long something may take (R4). `amount` is absent for `sameDay` alone (R7). */
export class Term {
  @IsOptional() @Count({ optional: true }) readonly amount?: number;
  @OneOf(TERM_UNITS) readonly unit!: TermUnit;
}
