// What can be an image of its own: where it starts, and where it tells its health.

const service = (name) => ({ entries: ['dist/main.js'], health: `/${name}/health/ready` });

/** By the value of the Dockerfile's argument SERVICE; the first entry becomes `main.js`, others keep their name. */
export const IMAGES = {
  'procedure-catalogue': service('catalogue'),
  'dossier-intake': service('intake'),
  'processing-workflow': service('workflow'),
  'fee-payment': service('payment'),
  notifications: service('notification'),
  // A gateway is well while some service is not: what it waits for, it says at /health/ready.
  gateway: { entries: ['dist/main.js'], health: '/health/live' },
  development: { entries: ['dist/main.js', 'dist/officers.main.js'], health: '/health/ready' },
  'payment-platform-simulator': { entries: ['dist/main.js'], health: '/control/mischief' },
  standalone: { entries: ['dist/main.js'], health: '/health/ready' },
};
