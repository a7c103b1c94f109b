export interface Candidate<Found> {
  readonly name: string;
  readonly given?: boolean;
  whyNot(): Promise<string | undefined>;
  start(): Promise<Found>;
}
export function startFirstAvailable<Found>(
  what: string,
  candidates: readonly Candidate<Found>[],
): Promise<{ readonly found?: Found; readonly line: string }>;
export function firstUsable<Found>(
  what: string,
  candidates: readonly Candidate<Found>[],
): Promise<{ readonly candidate?: Candidate<Found>; readonly line?: string }>;
