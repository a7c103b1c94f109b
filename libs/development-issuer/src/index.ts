export * from './clients.js';
export * from './mounted-at.js';
export * from './open-issuer.js';
export * from './personas.js';
export * from './request-token.js';
export * from './secrets.js';
export * from './story-clock-handler.js';
