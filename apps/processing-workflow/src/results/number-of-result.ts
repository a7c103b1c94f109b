import type { CaseState } from '@motcua/processing-domain';

/** The number of a result that was given none: the dossier's code, and which result of the case it is. */
export const numberOfResult = ({ code }: CaseState, earlier: number): string => `${code}/KQ${earlier + 1}`;
