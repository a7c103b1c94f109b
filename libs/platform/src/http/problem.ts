import type { Fault, Language, Localized } from '@motcua/kernel';

/** How a code is shown over HTTP. Each service has one exhaustive table of its codes. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: Localized;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

export type ProblemTable<Code extends string = string> = Readonly<Record<Code, ProblemEntry>>;

/** RFC 9457. `errors` point into the body (JSON pointer) or name a parameter of the query, path or headers. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly traceId: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [evidence: string]: unknown;
}

/** `DOSSIER.ACTION_NOT_ALLOWED` → `https://motcua.example/problems/dossier-action-not-allowed` */
export const problemType = (code: string): string =>
  `https://motcua.example/problems/${code.toLowerCase().replaceAll(/[._]/g, '-')}`;

export const problemErrors = (faults: readonly Fault[], language: Language): Problem['errors'] =>
  faults.map(({ pointer, code, detail }) => ({ pointer, code, detail: detail[language] }));
