import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { Account } from './account.js';

const isDemanded = ({ collectedAt }: AssessedLine): boolean => collectedAt === 'onDemand';

/**
 * What a dossier owes once a correction says what it is assessed at. What was demanded stays as the demands said it: a case
 * tells of those by another topic, so that whoever corrects may know of one more than we do, or of one less.
 * @rule R16
 */
export const linesAfterCorrection = (
  { lines }: Pick<Account, 'lines'>,
  corrected: readonly AssessedLine[],
): AssessedLine[] => [...corrected.filter((line) => !isDemanded(line)), ...lines.filter(isDemanded)];
