import { checkFigures } from '@motcua/cli';
import { disagreeing, type Finding } from './finding.js';

/** The figures again from nothing, by the events that are archived, and counted naively. */
export async function checkReportedFigures(adminUrl: string): Promise<Finding[]> {
  const { differences } = await checkFigures({ urlOf: () => adminUrl });
  return differences.map((difference) => disagreeing(difference));
}
