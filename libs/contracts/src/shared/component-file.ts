import { AnyText, Count, Flag, OneOf, Sha256, Uuid } from '@motcua/fields';
import { IsOptional } from 'class-validator';
import { STORE_ITEM_KINDS, type StoreItemKind } from './vocabulary.js';

/** A file given as one document component. */
export class ComponentFile {
  /** Of the file within its dossier; absent in events of earlier releases. */
  @IsOptional() @Uuid({ optional: true }) readonly id?: string;
  @AnyText() readonly component!: string;
  @Sha256() readonly sha256!: string;
  /** Bytes. */
  @Count() readonly size!: number;
  /** As sniffed from the content. */
  @AnyText() readonly mediaType!: string;
  @AnyText() readonly name!: string;
  /** It came on paper and was scanned at reception (R20); absent in events of earlier releases. */
  @IsOptional() @Flag({ optional: true }) readonly digitised?: boolean;
  /** What of the applicant's store it was reused from (R20); null or absent where it was not. */
  @OneOf(STORE_ITEM_KINDS, { optional: true, nullable: true }) readonly reusedFrom?: StoreItemKind | null;
  /** It came from the citizen's data store at the national portal; absent in events of earlier releases. */
  @IsOptional() @Flag({ optional: true }) readonly fromCitizenStore?: boolean;
}
