import { InstantText, OneOf, Text } from '@motcua/platform';

export class RegistrationView {
  @OneOf(['waiting', 'refused', 'registered'], {
    description:
      'waiting: it is sent to the provider as soon as that answers; refused: the provider said no, and gets it again',
  })
  readonly state!: 'waiting' | 'refused' | 'registered';
  @Text({ nullable: true, description: 'Code under which the provider shows it' }) readonly code!: string | null;
  @Text({ nullable: true, description: 'Holder of the signature' }) readonly signedBy!: string | null;
  @InstantText({ nullable: true }) readonly signedAt!: string | null;
  @Text({ nullable: true, description: 'Last answer of the provider, where it did not take the receipt' })
  readonly trouble!: string | null;
}
