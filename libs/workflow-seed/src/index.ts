export * from './fill-workflow.js';
