import { Text } from '../http/fields.js';

export class LinkRequest {
  @Text()
  readonly href!: string;
}
