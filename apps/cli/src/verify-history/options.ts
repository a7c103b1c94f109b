import { UnknownOption } from '@motcua/terminal';

export const VERIFY_USAGE = `npm run verify-history [-- options]

Verifies the history of every dossier, case and other thing that the services keep: that no line was changed, removed or
inserted, by anyone. Ends with 0 when all of them hold, with 1 when one does not.

  --json         prints the outcome as JSON
  --export FILE  also writes what it reads into a file, to be verified elsewhere
  --file FILE    verifies such a file instead of a database
  --help         says this

Without settings it reads the data folder of this machine (MOTCUA_DATA_DIR), whether the system runs or not. For a
province: MOTCUA_ADMIN_DATABASE_URL and MOTCUA_HISTORY_KEY, or both for each service, as MOTCUA_HISTORY_KEY_INTAKE.
`;

export interface VerifyOptions {
  readonly json: boolean;
  readonly help: boolean;
  readonly exportTo?: string;
  readonly file?: string;
}

/** @throws UnknownOption naming the option that is wrong */
export function readVerifyOptions(args: readonly string[]): VerifyOptions {
  let options: VerifyOptions = { json: false, help: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const value = (name: string): string => {
      const given = rest.shift();
      if (!given) throw new UnknownOption(`${name} needs a file`);
      return given;
    };
    if (arg === '--json') options = { ...options, json: true };
    else if (arg === '--help' || arg === '-h') options = { ...options, help: true };
    else if (arg === '--export') options = { ...options, exportTo: value(arg) };
    else if (arg === '--file') options = { ...options, file: value(arg) };
    else throw new UnknownOption(`there is no option ${arg}`);
  }
  if (options.file !== undefined && options.exportTo !== undefined)
    throw new UnknownOption('--file and --export do not go together: the file is there already');
  return options;
}
