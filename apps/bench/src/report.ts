import { arch, cpus, platform, totalmem } from 'node:os';
import type { Comparison } from './measure.js';

const number = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export interface Section {
  readonly title: string;
  readonly about: string;
  readonly comparisons: readonly Comparison[];
  /** Stand beside the page as `benchmarks/<name>.svg`. */
  readonly plots?: readonly { readonly name: string; readonly title: string; readonly svg: string }[];
}

const BACKENDS = 32;

/** What else the machine was doing when the run began. */
const otherWork = (load: number): string =>
  load < 0.5
    ? ''
    : `, and so did other work: the load average was ${load.toFixed(1)} when the run began, on ${cpus().length} cores. An idle machine gives figures that mean more: one Node thread gets a smaller share of a busy one than the ${BACKENDS} backends of \`pgbench\``;

export const sectionText = ({ title, about, comparisons, plots = [] }: Section): string =>
  `## ${title}

${about}

${plots.map(({ name, title: shown }) => `![${shown}](benchmarks/${name}.svg)\n\n`).join('')}| What | Ours | Reference | Unit | Ratio | Aim |
| --- | ---: | ---: | --- | ---: | ---: |
${comparisons.map(({ what, ours, reference, unit, ratio, aim }) => `| ${what} | ${number(ours)} | ${number(reference)} | ${unit} | **${number(ratio)}** | ${aim === undefined ? '' : number(aim)} |`).join('\n')}

${comparisons
  .filter(({ note }) => note !== undefined)
  .map(({ what, note }) => `- ${what}: ${note}.`)
  .join('\n')}`.trimEnd();

const SECTION = /^## /m;
const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'));

/** A page in which sections have taken the places of those with their titles, or stand at the end; the rest stays as it is. */
export function replaceSections(page: string, sections: readonly Section[]): string {
  const [head = '', ...kept] = page.split(SECTION).map((text) => text.trimEnd());
  const texts = new Map(kept.map((text) => [titleOf(`${text}\n`), `## ${text}`]));
  for (const section of sections) texts.set(section.title, sectionText(section));
  return `${[head, ...texts.values()].join('\n\n')}\n`;
}

/** The page of results: what was compared with what, on which machine, and when. */
const pageOf = (sections: readonly Section[], loadBefore: number, commit: string): string => `# Benchmarks

Made by \`npm run bench\`; do not edit. Each line compares us with a reference that was measured in turns with us, in the same
run on the same machine, so only the **ratio** means something: 1 is as good as the reference, more is better. Absolute
figures say nothing about another machine.

Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${arch()}, Node ${process.version}. Client, server and database share it${otherWork(loadBefore)}.
Commit: ${commit}. Date: ${Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'minute' })}.

${sections.map(sectionText).join('\n\n')}
`;

const BY_HAND = 'Aims that are not reached, and why';

/** The page of a full run; what other programs measured (`before` has it) and what was written by hand are kept. */
export function reportPage(sections: readonly Section[], loadBefore: number, commit: string, before = ''): string {
  const ours = new Set(sections.map(({ title }) => title));
  const others = before
    .split(SECTION)
    .slice(1)
    .filter((text) => (text.startsWith('Kafka: ') || titleOf(text) === BY_HAND) && !ours.has(titleOf(text)));
  return (
    [pageOf(sections, loadBefore, commit).trimEnd(), ...others.map((text) => `## ${text.trimEnd()}`), '']
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
