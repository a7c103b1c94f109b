export * from './development.config.js';
