import { runService } from '@motcua/platform';
import { reporting } from './reporting.definition.js';

await runService(reporting, process.env, ...process.argv.slice(2));
