import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export const MOVEMENT_KINDS = [
  'payment',
  'surplus',
  'refund',
  'reversal',
  'advanced',
  'deposited',
  'returned',
  'counted',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Cash that came into the drawer or went out of it. */
export class CashMovementView {
  @OneOf(MOVEMENT_KINDS, {
    description:
      'advanced, returned: change; deposited: brought to the treasury; counted: the difference, once confirmed',
  })
  readonly kind!: MovementKind;
  @Whole({ description: 'Into the drawer, đồng' }) readonly in!: number;
  @Whole({ description: 'Out of the drawer, đồng' }) readonly out!: number;
  @Text({ nullable: true, description: 'Number of the receipt, the voucher or the deposit slip' }) readonly number!:
    string | null;
  @Uuid({ nullable: true }) readonly dossierId!: string | null;
  @Text({ nullable: true, description: 'Code of the dossier' }) readonly code!: string | null;
  @InstantText() readonly at!: string;
}
