import { ListOf, Nested, Text } from '../shared/fields.js';
import { Term } from '../shared/term.js';
import { DocumentComponent } from './document-component.js';

/** One case (trường hợp) of a procedure, with its own term and papers. */
export class ProcedureVariant {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @Nested(() => Term) readonly term!: Term;
  @ListOf(() => DocumentComponent) readonly components!: readonly DocumentComponent[];
}
