import { Text, Uuid } from '@motcua/platform';

/** A paper about what another body collects. */
export class DuePaperView {
  @Uuid({ description: 'Its content: `/intake/v1/files/{id}/content`' }) readonly fileId!: string;
  @Text() readonly name!: string;
}
