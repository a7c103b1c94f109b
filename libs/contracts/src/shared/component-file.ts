import { Count, Sha256, Text } from './fields.js';

/** A file given as one document component. */
export class ComponentFile {
  @Text() readonly component!: string;
  @Sha256() readonly sha256!: string;
  /** Bytes. */
  @Count() readonly size!: number;
  /** As sniffed from the content. */
  @Text() readonly mediaType!: string;
  @Text() readonly name!: string;
}
