import { runService } from '@motcua/platform';
import { catalogue } from './catalogue.definition.js';

await runService(catalogue, process.env, ...process.argv.slice(2));
