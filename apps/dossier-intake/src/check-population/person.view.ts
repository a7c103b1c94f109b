import { Day, OneOf, Text } from '@motcua/platform';
import { PERSON_STATUSES, type PersonStatus } from './population-database.js';

export class PersonView {
  @Text() readonly fullName!: string;
  @Day({ nullable: true }) readonly dateOfBirth!: string | null;
  @Text({ nullable: true }) readonly address!: string | null;
  @OneOf(PERSON_STATUSES) readonly status!: PersonStatus;
}
