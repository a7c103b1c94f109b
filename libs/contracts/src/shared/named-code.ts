import { Text } from './fields.js';

/** A code of the domain with the name that people read. */
export class NamedCode {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
}
