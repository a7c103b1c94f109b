export interface Rung<Found> {
  readonly name: string;
  readonly given?: boolean;
  whyNot(): Promise<string | undefined>;
  start(): Promise<Found>;
}
export function climb<Found>(
  what: string,
  rungs: readonly Rung<Found>[],
): Promise<{ readonly found?: Found; readonly line: string }>;
export function firstUsable<Found>(
  what: string,
  rungs: readonly Rung<Found>[],
): Promise<{ readonly rung?: Rung<Found>; readonly line?: string }>;
