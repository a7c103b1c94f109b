import { AnyText, Nested } from '@motcua/fields';
import { OfficerReference } from './officer-reference.js';

/** An officer went on with a part of what was asked. */
export class TakenAsEnough {
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
  @AnyText() readonly reason!: string;
}
