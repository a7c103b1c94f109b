import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { catalogueSearch } from './catalogue-search.js';
import { submissionsByClients } from './clients.js';
import { commands } from './commands/commands.js';
import { commitOf } from './commit.js';
import { legalClock } from './due-dates.js';
import { ledger } from './ledger.js';
import { life } from './life.js';
import { lists } from './lists.js';
import { portal } from './portal.js';
import { replaceSections, reportPage, type Section } from './report.js';
import { FULL, QUICK, type Sizes } from './sizes.js';
import { requests } from './requests.js';
import { startAndMemory } from './start-and-memory.js';
import { submissions } from './submissions.js';

const SECTIONS: Readonly<Record<string, (sizes: Sizes) => Promise<Section>>> = {
  submissions,
  clients: submissionsByClients,
  commands,
  life,
  requests,
  lists,
  ledger,
  search: catalogueSearch,
  start: startAndMemory,
  clock: legalClock,
  portal,
};
const USAGE = `npm run bench [-- --quick] [sections …]

Compares the system with references that are measured in the same run, prints the ratios and writes docs/benchmarks.md: the
whole page, or only the sections that were named. Sections: ${Object.keys(SECTIONS).join(', ')}; all when none is named.

  --quick  small sizes, to see that the bench works; the figures mean nothing
`;

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const named = args.filter((arg) => !arg.startsWith('--'));
if (args.some((arg) => arg.startsWith('--') && arg !== '--quick') || named.some((name) => !(name in SECTIONS))) {
  console.error(USAGE);
  process.exit(2);
}
const chosen = Object.entries(SECTIONS).filter(([name]) => named.length === 0 || named.includes(name));
const [load = 0] = loadavg();
const results: Section[] = [];
for (const [name, measure] of chosen) {
  console.error(`Measuring ${name} …`);
  results.push(await measure(quick ? QUICK : FULL));
}
const file = new URL('../../../docs/benchmarks.md', import.meta.url);
const before = await readFile(file, 'utf8');
const commit = await commitOf();
const when = Temporal.Now.instant().toString({ smallestUnit: 'minute' });
const alone = (section: Section): Section => ({
  ...section,
  about: `Measured by itself at ${when}, commit ${commit}, the load average ${load.toFixed(1)} when it began. ${section.about}`,
});
const page =
  named.length === 0 ? reportPage(results, load, commit, before) : replaceSections(before, results.map(alone));
console.log(page);
if (!quick) {
  await writeFile(file, page);
  await mkdir(new URL('benchmarks/', file), { recursive: true });
  for (const { name, svg } of results.flatMap(({ plots = [] }) => plots))
    await writeFile(new URL(`benchmarks/${name}.svg`, file), svg);
  console.error(`Written to ${file.pathname}`);
}
