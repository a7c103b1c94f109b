import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const git = promisify(execFile);

/** The commit that is measured, marked where the working copy differs from it; unknown outside a clone. */
export const commitOf = (): Promise<string> =>
  git('git', ['describe', '--always', '--dirty', '--abbrev=8', '--exclude=*'], { cwd: import.meta.dirname }).then(
    ({ stdout }) => `\`${stdout.trim()}\``,
    () => 'unknown',
  );
