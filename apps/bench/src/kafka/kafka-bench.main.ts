import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { commitOf } from '../commit.js';
import type { Comparison } from '../measure.js';
import { replaceSections, type Section, sectionText } from '../report.js';
import { withFolder } from '../running-system.js';
import { FULL, QUICK } from '../sizes.js';
import { type BenchHome, openHome } from './bench-home.js';
import { consumerThroughput } from './consumer-throughput.js';
import { life } from './life.js';
import { latency } from './latency.js';
import { memory } from './memory.js';
import { relayThroughput } from './relay-throughput.js';

const USAGE = `npm run bench:kafka [-- --quick] [--minutes N] [sections …]

Compares relay, consumer and services on a real broker with references that are measured in the same run, prints the ratios
and, in full size, puts the sections that ran into docs/benchmarks.md. Sections: relay, latency, consumer, life, memory; all
when none is named.

  --quick      small sizes, to see that the bench works; the figures mean nothing
  --minutes N  how long the services are under load for "memory" (3; a slope needs 20)
`;
const NAMES = ['relay', 'latency', 'consumer', 'life', 'memory'];
const PER_SECOND = 20;

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const minutesAt = args.indexOf('--minutes');
const minutes = minutesAt < 0 ? (quick ? 0.3 : 3) : Number(args[minutesAt + 1]);
const named = args.filter((arg, place) => !arg.startsWith('--') && (minutesAt < 0 || place !== minutesAt + 1));
const known = args.every((arg, place) => ['--quick', '--minutes', ...NAMES].includes(arg) || place === minutesAt + 1);
if (!known || !(minutes > 0)) {
  console.error(USAGE);
  process.exit(2);
}
const wanted = (name: string): boolean => named.length === 0 || named.includes(name);
const throughput = quick ? { events: 2_000, rounds: 1 } : { events: 20_000, rounds: 5 };
const [load = 0] = loadavg();
const when = Temporal.Now.instant().toString({ smallestUnit: 'minute' });
const commit = await commitOf();
const madeBy = (line: string): string =>
  `Made by \`npm run bench:kafka\` at ${when}, commit ${commit}. ${line}. The load average was ${load.toFixed(1)} when the run began, on ${cpus().length} cores; clients, services, PostgreSQL and broker share the machine.`;

const sections: Section[] = [];

async function transport(home: BenchHome): Promise<void> {
  const comparisons: Comparison[] = [];
  if (wanted('relay')) comparisons.push(await relayThroughput(home, throughput));
  if (wanted('consumer')) comparisons.push(...(await consumerThroughput(home, throughput)));
  if (wanted('latency')) comparisons.push(...(await latency(home, { events: quick ? 50 : 1_000 })));
  sections.push({
    title: 'Kafka: from commit to effect',
    about: `${madeBy(home.line)} Writing side and reading side are processes of their own. The reference of the latencies is one produce, one consume and one insert by kafkajs and the driver alone; ours has the outbox, the relay, the inbox and a transaction beside it. Aimed at are 1.5 times its p99 when idle, 4 times its p50 and 2.5 times its p99 at half load.`,
    comparisons,
  });
}

console.error('Opening PostgreSQL and a broker …');
if (['relay', 'latency', 'consumer'].some(wanted))
  await withFolder(async (folder) => {
    const home = await openHome(folder);
    try {
      await transport(home);
    } finally {
      await home.close();
    }
  });
if (wanted('life'))
  sections.push(
    await withFolder((folder) => life(folder, quick ? QUICK.life : FULL.life, madeBy('A broker of this machine'))),
  );
if (wanted('memory')) {
  const comparisons = await withFolder((folder) => memory(folder, { minutes, perSecond: PER_SECOND }));
  sections.push({
    title: 'Kafka: memory of the services',
    about: `${madeBy('Each service is a process of its own, on a broker')} Resident memory against a bare Nest and Fastify application, idle 5 seconds after the start, and loaded; that one is asked as often for its health as dossiers are submitted here.`,
    comparisons,
  });
}
console.log(sections.map(sectionText).join('\n\n'));
if (!quick) {
  const file = new URL('../../../../docs/benchmarks.md', import.meta.url);
  await writeFile(file, replaceSections(await readFile(file, 'utf8'), sections));
  console.error(`Written to ${file.pathname}`);
}
process.exit(0);
