import { withOffset } from '@motcua/kernel';
import { InstantText, JsonObject, Text, Whole } from '@motcua/platform';
import type { ReadLine } from './read-history.js';

export class HistoryLineView {
  @Whole({ min: 1 }) readonly n!: number;
  @InstantText() readonly at!: string;
  @Text({ description: 'Subject of the token that acted, or system:<reaction>' }) readonly actor!: string;
  @Text() readonly action!: string;
  @JsonObject() readonly detail!: object;
  @Text() readonly previousHash!: string;
  @Text({ description: 'Keyed hash over the line and the one before' }) readonly hash!: string;
}

export const historyLineView = ({ n, at, actor, action, detail, previous, hash }: ReadLine): HistoryLineView => ({
  n,
  at: withOffset(at),
  actor,
  action,
  detail,
  previousHash: previous.toString('hex'),
  hash: hash.toString('hex'),
});
