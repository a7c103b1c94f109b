import { Text } from './fields.js';

/** The officer who acted: subject of the token, and the name that slips show. */
export class OfficerReference {
  @Text() readonly subject!: string;
  @Text() readonly name!: string;
}
