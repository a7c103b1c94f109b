/** The class of a published event. Its wire name and topic are written by hand: renaming a class renames no history. */
export interface Contract<Data extends object = object> {
  new (): Data;
  readonly type: string;
  readonly topic: string;
  /** True where the event carries the whole state of its aggregate, so that a consumer may start with any of them. */
  readonly snapshot?: boolean;
}
