import type { HistoryFault, HistoryTally } from '@motcua/platform';

export interface Outcome {
  readonly services: readonly HistoryTally[];
  /** The first ones. */
  readonly faults: readonly HistoryFault[];
  readonly faultCount: number;
}

const SENTENCES = {
  lineChanged: () => 'was changed after it was written, or inserted without the key',
  lineMissing: () => 'is missing',
  linkBroken: () => 'does not follow the line before it',
  tailMissing: (witness) => `and what follows is missing: ${witness} has heard of it`,
  historyMissing: (witness) => `and all others are missing: ${witness} has heard of them`,
  chainRewritten: (witness) => `was rewritten, with the key: ${witness} has heard of another one`,
  witnessForged: (witness) => `: what ${witness} has heard of it was changed`,
} satisfies Record<HistoryFault['kind'], (witness: string) => string>;

const sentence = ({ service, aggregate, line, kind, witness = '' }: HistoryFault): string =>
  `  ${service} ${aggregate}: line ${line} ${SENTENCES[kind](witness)}`.replace(' : ', ': ');

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** What a person reads. */
export function sayOutcome({ services, faults, faultCount }: Outcome): string {
  const lines = services.map(
    ({ service, histories, lines: count, witnessed }) =>
      `${service.padEnd(14)} ${many(count, 'line', 'lines')} in ${many(histories, 'history', 'histories')}, ${witnessed.toLocaleString('en')} of them known to other services`,
  );
  if (services.length === 0) lines.push('There is no history yet.');
  if (faultCount === 0) return [...lines, 'Every history holds.'].join('\n');
  const rest = faultCount - faults.length;
  return [
    ...lines,
    '',
    `${many(faultCount, 'fault', 'faults')}:`,
    ...faults.map(sentence),
    ...(rest > 0 ? [`  … and ${rest.toLocaleString('en')} more`] : []),
  ].join('\n');
}
