import { InstantText, JsonObject, Text, Whole } from '@motcua/platform';

export class HistoryLineView {
  @Whole({ min: 1 }) readonly n!: number;
  @InstantText() readonly at!: string;
  @Text({ description: 'Subject of the token that acted, or system:<reaction>' }) readonly actor!: string;
  @Text() readonly action!: string;
  @JsonObject() readonly detail!: object;
  @Text() readonly previousHash!: string;
  @Text({ description: 'Keyed hash over the line and the one before' }) readonly hash!: string;
}
