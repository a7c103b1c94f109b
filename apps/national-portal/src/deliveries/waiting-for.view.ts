import { Text } from '@motcua/platform';

/** A code that is not known, or has no counterpart. */
export class WaitingForView {
  @Text() readonly kind!: string;
  @Text() readonly code!: string;
}
