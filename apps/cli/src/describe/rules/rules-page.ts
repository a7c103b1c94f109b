import { basename } from 'node:path';
import type { RulePlaces } from './read-rule-places.js';
import type { Rule } from './rules.js';

const SOURCES: Readonly<Record<Rule['source'], string>> = {
  law: 'By law.',
  practice: 'As provincial systems do it.',
  ours: 'Our own decision.',
};

/** A list for each rule: what it demands, the functions and the data that decide it, the specs that try it. */
export const rulesPage = (
  rules: readonly Rule[],
  { decided, seeded, tried }: RulePlaces,
): string => `# The rules, and where each is decided

Made by \`npm run docs\`: the words from \`apps/cli/src/describe/rules/rules.ts\`, the places from the tag \`@rule R14\` in
the docstrings of the code, the data from the table of the seed's README, the specs from their titles. A rule is found
from here in two clicks; who writes a function that decides one tags it.
${rules
  .map(({ number, title, words, source }) => {
    const places = decided.filter(({ rule }) => rule === number);
    const data = seeded.filter(({ rule }) => rule === number);
    const specs = tried.get(number) ?? [];
    return `
## ${number}. ${title}

${words} _${SOURCES[source]}_

Decided by

${places.map(({ file, name, says }) => `- [\`${name}\`](${file})${says === '' ? '' : `: ${says}`}`).join('\n')}
${data.length === 0 ? '' : `\nby the data of the seed\n\n${data.map(({ file, says }) => `- [\`${basename(file)}\`](${file}): ${says}`).join('\n')}\n`}
Tried by ${specs.map((file) => `[${basename(file)}](${file})`).join(', ')}
`;
  })
  .join('')}`;
