export { GatewayConfig } from './gateway.config.js';
export { type DescribedService, mergeOpenApi } from './merge-open-api.js';
export { docsPage, landingPage } from './pages.js';
export { type RunningGateway, startGateway } from './start-gateway.js';
export { pathOfService } from './public-pages.js';
