import { runService } from '@motcua/platform';
import { payment } from './payment.definition.js';

await runService(payment, process.env, ...process.argv.slice(2));
