import { Text, Uuid } from '@motcua/platform';

/** A paper about something that is due: a notice, or the proof of a payment. */
export class DuePaperView {
  @Uuid({ description: 'Its content: `/intake/v1/files/{id}/content`' }) readonly fileId!: string;
  @Text() readonly name!: string;
}
