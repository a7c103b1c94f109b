import type { FiguresChecked } from './check-figures.js';

export const FIGURES_USAGE = `npm run check:figures

Rebuilds the figures from the archived events of all services, in a database that is thrown away, and compares them row by
row with the live ones as they stood when it began; then counts the same events once more, in the plainest way, with code of
its own. Ends with 0 where all agree, with 1 where anything differs. It may be done while the system runs.

Without settings it reads the data folder of this machine (MOTCUA_DATA_DIR), whether the system runs or not. For a
province: the settings of npm run verify-history.
`;

export function sayFigures({ events, dossiers, rows, seconds, differences, differing }: FiguresChecked): string {
  const what = `${events} events of ${dossiers} dossiers, ${rows} rows compared in ${seconds.toFixed(1)} s`;
  if (differing === 0) return `The figures are those of the events: ${what}.`;
  const more = differing > differences.length ? [`  … and ${differing - differences.length} more`] : [];
  return [
    `The figures are not those of the events; differences: ${differing} (${what})`,
    ...differences.map((one) => `  ${one}`),
    ...more,
  ].join('\n');
}
