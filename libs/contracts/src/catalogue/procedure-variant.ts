import { AnyListOf, AnyText, Nested } from '@motcua/fields';
import { Term } from '../shared/term.js';
import { DocumentComponent } from './document-component.js';

/** One case (trường hợp) of a procedure, with its own term and papers. */
export class ProcedureVariant {
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  @Nested(() => Term) readonly term!: Term;
  @AnyListOf(() => DocumentComponent) readonly components!: readonly DocumentComponent[];
}
