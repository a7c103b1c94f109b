import { runService } from '@motcua/platform';
import { notification } from './notification.definition.js';

await runService(notification, process.env, ...process.argv.slice(2));
