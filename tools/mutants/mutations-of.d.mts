export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly replace: string;
  readonly what: string;
}
export function mutationsOf(text: string): Mutation[];
export function mutated(text: string, mutation: Mutation): string;
export function lineOf(text: string, mutation: Mutation): number;
export function inLines(text: string, mutation: Mutation): { readonly from: string; readonly to: string };
