import { FILE_STANDINGS, type FileStanding } from '@motcua/dossier-domain';
import { STORE_ITEM_KINDS, type StoreItemKind } from '@motcua/contracts';
import { Flag, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export class FileView {
  @Uuid() readonly id!: string;
  @Text() readonly component!: string;
  @Text() readonly sha256!: string;
  @Whole() readonly size!: number;
  @Text({ description: 'Detected from the content' }) readonly mediaType!: string;
  @Text() readonly name!: string;
  @InstantText() readonly uploadedAt!: string;
  @OneOf(FILE_STANDINGS, {
    description:
      'superseded: a later supplement brought this component again; notGiven: put to a request that is open or was taken back',
  })
  readonly standing!: FileStanding;
  @Whole({ nullable: true, description: 'The supplement request that it answers' }) readonly supplement!: number | null;
  @Uuid({ nullable: true, description: "The paper of the applicant's store that was reused (R20)" })
  readonly fromStore!: string | null;
  @OneOf(STORE_ITEM_KINDS, { nullable: true, description: 'Kind of the reused paper' })
  readonly reusedFrom!: StoreItemKind | null;
  @Flag({ description: 'It came on paper and the office scanned it (R20)' }) readonly digitised!: boolean;
  @Flag({ description: "It came from the citizen's data store at the national portal" })
  readonly fromCitizenStore!: boolean;
}
