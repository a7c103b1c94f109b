import { AnyText } from '@motcua/fields';
/** The officer who acted: subject of the token, and the name that slips show. */
export class OfficerReference {
  @AnyText() readonly subject!: string;
  @AnyText() readonly name!: string;
}
