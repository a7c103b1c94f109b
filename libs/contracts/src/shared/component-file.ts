import { Count, Flag, MayBeAbsent, Nullable, OneOf, Sha256, Text, Uuid } from './fields.js';
import { STORE_ITEM_KINDS, type StoreItemKind } from './vocabulary.js';

/** A file given as one document component. */
export class ComponentFile {
  /** Of the file within its dossier; absent in events of earlier releases. */
  @MayBeAbsent() @Uuid() readonly id?: string;
  @Text() readonly component!: string;
  @Sha256() readonly sha256!: string;
  /** Bytes. */
  @Count() readonly size!: number;
  /** As sniffed from the content. */
  @Text() readonly mediaType!: string;
  @Text() readonly name!: string;
  /** It came on paper and was scanned at reception (R20); absent in events of earlier releases. */
  @MayBeAbsent() @Flag() readonly digitised?: boolean;
  /** What of the applicant's store it was reused from (R20); null or absent where it was not. */
  @MayBeAbsent() @Nullable() @OneOf(STORE_ITEM_KINDS) readonly reusedFrom?: StoreItemKind | null;
}
