import { runService } from '@motcua/platform';
import { intake } from './intake.definition.js';

await runService(intake, process.env, ...process.argv.slice(2));
