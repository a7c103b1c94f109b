import { runService } from '@motcua/platform';
import { portal } from './portal.definition.js';

await runService(portal, process.env, ...process.argv.slice(2));
