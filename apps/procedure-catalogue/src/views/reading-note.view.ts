import { JsonObject, Text } from '@motcua/platform';

export class ReadingNoteView {
  @Text()
  readonly code!: string;

  @Text({ min: 0 })
  readonly pointer!: string;

  @JsonObject({ description: 'Explanation of a reading, in Vietnamese and English' })
  readonly note!: { readonly vi: string; readonly en: string };
}
