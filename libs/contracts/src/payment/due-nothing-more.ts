import { Flag } from '@motcua/fields';
/** Whether, after this payment, nothing is owed any more by each collection time. */
export class DueNothingMore {
  @Flag() readonly beforeAcceptance!: boolean;
  @Flag() readonly onDemand!: boolean;
  @Flag() readonly beforeReturn!: boolean;
}
