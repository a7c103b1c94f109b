import type { Fault, Language, Localized, Refusal } from '@motcua/kernel';

/** How a code is shown over HTTP. Each service has one exhaustive table of its codes. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: Localized;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

export type ProblemTable<Code extends string = string> = Readonly<Record<Code, ProblemEntry>>;

/** More of them help nobody to mend a request. */
export const MAX_FAULTS = 100;

/**
 * What is shown of a refusal, wherever it is told (RFC 9457). `errors`, a hundred at most, point into the body (JSON
 * pointer) or name a parameter of the query, path or headers.
 */
interface ShownProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [evidence: string]: unknown;
}

/** The answer to a request that was refused. */
export interface Problem extends ShownProblem {
  readonly traceId: string;
}

/** `DOSSIER.ACTION_NOT_ALLOWED` → `https://motcua.example/problems/dossier-action-not-allowed` */
export const problemType = (code: string): string =>
  `https://motcua.example/problems/${code.toLowerCase().replaceAll(/[._]/g, '-')}`;

export const problemErrors = (faults: readonly Fault[], language: Language): Problem['errors'] =>
  faults.slice(0, MAX_FAULTS).map(({ pointer, code, detail }) => ({ pointer, code, detail: detail[language] }));

/** A refusal as it is shown, but for the trace. What the table does not know is a fault of ours, and tells nothing. */
export function shownProblem(
  { code, evidence, faults, detail }: Refusal<string>,
  table: ProblemTable,
  language: Language,
): ShownProblem {
  const [shown, entry] = code in table ? [code, table[code]] : ['SERVICE.FAULT', table['SERVICE.FAULT']];
  const known = shown === code;
  return {
    ...(known ? evidence : {}),
    type: problemType(shown),
    title: entry?.title[language] ?? shown,
    status: entry?.status ?? 500,
    code: shown,
    ...(known && detail && { detail: detail[language] }),
    ...(known && faults.length > 0 && { errors: problemErrors(faults, language) }),
  };
}
