import { AnyText, Flag, Whole } from '@motcua/fields';
/** One paper that a variant asks for. */
export class DocumentComponent {
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  @Whole() readonly originals!: number;
  @Whole() readonly copies!: number;
  @Flag() readonly required!: boolean;
  @AnyText({ nullable: true }) readonly formUrl!: string | null;
}
