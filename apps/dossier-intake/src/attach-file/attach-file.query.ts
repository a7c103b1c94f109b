import { Text } from '@motcua/platform';

export class AttachFileQuery {
  @Text({ optional: true, max: 100, description: 'Code of the document component; needed for an upload' })
  readonly component?: string;
}
