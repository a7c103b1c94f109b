export interface Named {
  readonly file: string;
  readonly why: string;
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}
export const NAMED: readonly Named[];
