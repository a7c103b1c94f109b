import { arch, cpus, platform, totalmem } from 'node:os';
import type { Comparison } from './measure.js';

const number = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export interface Section {
  readonly title: string;
  readonly about: string;
  readonly comparisons: readonly Comparison[];
}

const BACKENDS = 32;

/** What else the machine was doing when the run began. */
const otherWork = (load: number): string =>
  load < 0.5
    ? ''
    : `, and so did other work: the load average was ${load.toFixed(1)} when the run began, on ${cpus().length} cores. An idle machine gives figures that mean more: one Node thread gets a smaller share of a busy one than the ${BACKENDS} backends of \`pgbench\``;

/** The page of results: what was compared with what, on which machine, and when. */
export const reportPage = (sections: readonly Section[], loadBefore: number): string => `# Benchmarks

Made by \`npm run bench\`; do not edit. Each line compares us with a reference that was measured in turns with us, in the same
run on the same machine, so only the **ratio** means something: 1 is as good as the reference, more is better. Absolute
figures say nothing about another machine.

Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${arch()}, Node ${process.version}. Client, server and database share it${otherWork(loadBefore)}.
Date: ${Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'minute' })}.

${sections
  .map(({ title, about, comparisons }) =>
    `## ${title}

${about}

| What | Ours | Reference | Unit | Ratio | Aim |
| --- | ---: | ---: | --- | ---: | ---: |
${comparisons.map(({ what, ours, reference, unit, ratio, aim }) => `| ${what} | ${number(ours)} | ${number(reference)} | ${unit} | **${number(ratio)}** | ${aim === undefined ? '' : number(aim)} |`).join('\n')}

${comparisons
  .filter(({ note }) => note !== undefined)
  .map(({ what, note }) => `- ${what}: ${note}.`)
  .join('\n')}`.trimEnd(),
  )
  .join('\n\n')}
`;
