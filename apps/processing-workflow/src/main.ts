import { runService } from '@motcua/platform';
import { workflow } from './workflow.definition.js';

await runService(workflow, process.env, ...process.argv.slice(2));
