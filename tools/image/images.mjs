// What can be an image of its own: where it starts, and where it tells its health.
import { SERVICES } from '../services.mjs';

const service = (path) => ({ entries: ['dist/main.js'], health: `/${path}/health/ready` });

/** By the value of the Dockerfile's argument SERVICE; the first entry becomes `main.js`, others keep their name. */
export const IMAGES = {
  ...Object.fromEntries(SERVICES.map(({ app, path }) => [app, service(path)])),
  // A gateway is well while some service is not: what it waits for, it says at /health/ready.
  gateway: { entries: ['dist/main.js'], health: '/health/live' },
  development: { entries: ['dist/main.js', 'dist/officers.main.js'], health: '/health/ready' },
  'portal-simulator': { entries: ['dist/main.js', 'dist/postal-service.main.js'], health: '/control/faults' },
  'payment-platform-simulator': {
    entries: ['dist/main.js', 'dist/receipt-provider.main.js'],
    health: '/control/faults',
  },
  standalone: { entries: ['dist/main.js'], health: '/health/ready' },
};
