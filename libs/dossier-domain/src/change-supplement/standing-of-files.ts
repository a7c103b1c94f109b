import type { SupplementPart } from '../complete-supplement/complete-supplement.js';

/** What a file is to its dossier now. */
export const FILE_STANDINGS = ['current', 'superseded', 'notGiven'] as const;
export type FileStanding = (typeof FILE_STANDINGS)[number];

interface GivenFile {
  readonly id: string;
  readonly component: string;
  /** Number of the request that it answers; null: of the submission. */
  readonly supplement: number | null;
  readonly uploadedAt: Temporal.Instant;
}

interface Answered {
  readonly number: number;
  /** Null while it is not given, and where its answer was rejected. */
  readonly givenAt: Temporal.Instant | null;
  readonly rejectedReason: string | null;
  readonly cancelledAt: Temporal.Instant | null;
  /** Why an officer took less than all of it; null: all was given. */
  readonly enoughReason: string | null;
  readonly parts: readonly SupplementPart[];
}

/** Until when what was put to a request was given; null: nothing of it. */
export function givenUntil({
  givenAt,
  rejectedReason,
  cancelledAt,
  enoughReason,
  parts,
}: Answered): Temporal.Instant | null {
  if (rejectedReason !== null || cancelledAt !== null) return null;
  const last = parts.at(-1);
  return givenAt !== null && enoughReason === null ? givenAt : last ? Temporal.Instant.from(last.at) : null;
}

/**
 * Which papers count: those of the submission, and those of each supplement that was given, which take the place of what was there
 * for the same component before, whole or in parts. What was put to a request since its last part, or to one that was taken back,
 * was not given.
 * @rule R9 R20
 */
export function standingOfFiles(
  files: readonly GivenFile[],
  requests: readonly Answered[],
): ReadonlyMap<string, FileStanding> {
  const until = new Map(requests.map((request) => [request.number, givenUntil(request)]));
  const isGiven = ({ supplement, uploadedAt }: GivenFile): boolean => {
    if (supplement === null) return true;
    const given = until.get(supplement) ?? null;
    return given !== null && Temporal.Instant.compare(uploadedAt, given) <= 0;
  };
  const numberOf = ({ supplement }: GivenFile): number => supplement ?? 0;
  const byComponent = Map.groupBy(files.filter(isGiven), ({ component }) => component);
  const isReplaced = (file: GivenFile): boolean =>
    byComponent.get(file.component)?.some((other) => numberOf(other) > numberOf(file)) === true;
  const standingOf = (file: GivenFile): FileStanding => {
    if (!isGiven(file)) return 'notGiven';
    return isReplaced(file) ? 'superseded' : 'current';
  };
  return new Map(files.map((file) => [file.id, standingOf(file)]));
}
