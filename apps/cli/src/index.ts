export { checkFiguresFrom } from './check-figures/check-figures-from.js';
export { checkFigures, type FiguresChecked } from './check-figures/check-figures.js';
export { sayFigures } from './check-figures/say-figures.js';
