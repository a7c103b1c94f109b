export { portal } from './portal.definition.js';
