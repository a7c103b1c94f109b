import { Count, Sha256, Text } from './fields.js';

/** A file in the content-addressed store. The event says which; the store authorises who. */
export class FileReference {
  @Sha256() readonly sha256!: string;
  /** Bytes. */
  @Count() readonly size!: number;
  /** As sniffed from the content. */
  @Text() readonly mediaType!: string;
  @Text() readonly name!: string;
}
