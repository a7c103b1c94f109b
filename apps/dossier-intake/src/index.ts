export { intake } from './intake.definition.js';
