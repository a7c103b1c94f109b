import { InstantText, Text, Uuid } from '@motcua/platform';

/** A result that was issued; its content is at `/intake/v1/files/{id}/content`. */
export class ResultView {
  @Uuid() readonly id!: string;
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true }) readonly number!: string | null;
  @InstantText() readonly issuedAt!: string;
  @Text() readonly sha256!: string;
  @Text() readonly mediaType!: string;
}
