import { Flag, NaturalNumber, Nullable, Text } from '../shared/fields.js';

/** One paper that a variant asks for. */
export class DocumentComponent {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @NaturalNumber() readonly originals!: number;
  @NaturalNumber() readonly copies!: number;
  @Flag() readonly required!: boolean;
  @Nullable() @Text() readonly formUrl!: string | null;
}
