export * from './bulk-actions.js';
export * from './bulk-handler.js';
export * from './bulk-problems.js';
export * from './bulk-selection.js';
export * from './bulk-tables.migration.js';
export * from './bulk-target.request.js';
export * from './bulk-action.view.js';
export * from './read-bulk-actions.controller.js';
