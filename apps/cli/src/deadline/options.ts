import { parseArgs } from 'node:util';
import { type Language, LANGUAGES } from '@motcua/kernel';
import { NotationError } from './notation.js';

export interface Options {
  readonly calendar: string;
  readonly accepted: string;
  readonly term: string;
  readonly reduction: string;
  readonly policy: string;
  readonly supplements: readonly string[];
  readonly language: Language;
}

/** Reads the command line; undefined where it asks for help or leaves out what is needed. */
export function readOptions(args: string[]): Options | undefined {
  const { values } = parseArgs({
    args,
    options: {
      calendar: { type: 'string', default: 'VN' },
      accepted: { type: 'string' },
      term: { type: 'string' },
      reduction: { type: 'string', default: '0%' },
      policy: { type: 'string', default: 'pause' },
      supplement: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: 'vi' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { accepted, term, supplement, language: wanted, help, ...rest } = values;
  const language = LANGUAGES.find((known) => known === wanted);
  if (!language) throw new NotationError('--language', wanted, LANGUAGES.join(', '));
  if (help || accepted === undefined || term === undefined) return undefined;
  return { ...rest, accepted, term, supplements: supplement, language };
}

export const USAGE = `Usage: npm run --silent deadline -- --accepted TIME --term TERM [options]

  --accepted TIME         when the dossier was accepted, such as 2026-08-21T16:20 (the calendar's zone) or 2026-08-21T16:20+07:00
  --term TERM             3wd working days, 16wh working hours, 10d calendar days, 1m months, sameday
  --calendar CODE|FILE    a calendar of the seed (VN, the default) or a JSON file of one
  --reduction PERCENT     how much sooner the result is promised, such as 20%
  --supplement FROM/TO    a supplement, may be repeated; FROM/ when it is still awaited
  --policy pause|restart  what a supplement does to the term (default pause)
  --language vi|en        default vi
`;
