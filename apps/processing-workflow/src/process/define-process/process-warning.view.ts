import { Text } from '@motcua/platform';

/** Something that would hold cases up, and does not hinder the definition. */
export class ProcessWarningView {
  @Text() readonly pointer!: string;
  @Text() readonly code!: string;
  @Text() readonly detail!: string;
}
