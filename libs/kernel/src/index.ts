export * from './agency-identifier.js';
export * from './clock.js';
export * from './fold.js';
export * from './identity-types.js';
export * from './ids.js';
export * from './localized.js';
export * from './money.js';
export { unprintable } from './printable.js';
export * from './refusal.js';
