import { CannotStart } from '@motcua/local-system';
import { ConfigurationFaults } from '@motcua/platform';
import { checkFiguresFrom } from './check-figures-from.js';
import { FIGURES_USAGE, sayFigures } from './say-figures.js';

const COULD_NOT = 2;

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) process.stdout.write(FIGURES_USAGE);
else {
  try {
    const checked = await checkFiguresFrom(process.env);
    console.log(sayFigures(checked));
    process.exitCode = checked.differing > 0 ? 1 : 0;
  } catch (error) {
    const expected =
      error instanceof ConfigurationFaults || error instanceof CannotStart || 'code' in (error as object);
    if (!expected) throw error;
    console.error((error as Error).message);
    process.exitCode = COULD_NOT;
  }
}
