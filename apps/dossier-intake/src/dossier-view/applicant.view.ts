import { JsonObject, Text } from '@motcua/platform';

export class ApplicantView {
  @Text() readonly kind!: string;
  @JsonObject({ example: { type: 'citizenId', number: '051199000017' } }) readonly identity!: {
    readonly type: string;
    readonly number: string;
  };
  @Text() readonly fullName!: string;
  @Text({ nullable: true }) readonly phone!: string | null;
  @Text({ nullable: true }) readonly email!: string | null;
  @Text({ nullable: true }) readonly address!: string | null;
}
