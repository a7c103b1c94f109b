import { Text } from '@motcua/fields';

export class LinkRequest {
  @Text()
  readonly href!: string;
}
