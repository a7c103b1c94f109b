import { AnyText, Count, Sha256 } from '@motcua/fields';
/** A file in the content-addressed store. The event says which; the store authorises who. */
export class FileReference {
  @Sha256() readonly sha256!: string;
  /** Bytes. */
  @Count() readonly size!: number;
  /** As sniffed from the content. */
  @AnyText() readonly mediaType!: string;
  @AnyText() readonly name!: string;
}
