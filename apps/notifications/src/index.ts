export { notification } from './notification.definition.js';
