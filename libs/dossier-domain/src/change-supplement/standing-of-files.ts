/** What a file is to its dossier now. */
export const FILE_STANDINGS = ['current', 'superseded', 'notGiven'] as const;
export type FileStanding = (typeof FILE_STANDINGS)[number];

interface GivenFile {
  readonly id: string;
  readonly component: string;
  /** Number of the request that it answers; null: of the submission. */
  readonly supplement: number | null;
}

interface Answered {
  readonly number: number;
  /** Null while it is not given, and where its answer was rejected. */
  readonly givenAt: Temporal.Instant | null;
}

/**
 * Which papers count: those of the submission, and those of each supplement that was given, which take the place of what was there
 * for the same component before. What was put to a request that is still open, or was taken back, was not given.
 * @rule R9 R20
 */
export function standingOfFiles(
  files: readonly GivenFile[],
  requests: readonly Answered[],
): ReadonlyMap<string, FileStanding> {
  const given = new Set(requests.flatMap(({ number, givenAt }) => (givenAt === null ? [] : [number])));
  const isGiven = ({ supplement }: GivenFile): boolean => supplement === null || given.has(supplement);
  const newest = new Map<string, number>();
  for (const { component, supplement } of files.filter(isGiven))
    newest.set(component, Math.max(newest.get(component) ?? 0, supplement ?? 0));
  return new Map(
    files.map((file) => [
      file.id,
      !isGiven(file)
        ? 'notGiven'
        : (file.supplement ?? 0) < (newest.get(file.component) ?? 0)
          ? 'superseded'
          : 'current',
    ]),
  );
}
