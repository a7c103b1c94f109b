export * from './account/index.js';
