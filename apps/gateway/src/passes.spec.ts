import { passes } from './passes.js';

describe('what the gateway lets through', () => {
  it.each([
    '/intake/metrics',
    '/intake/metrics/',
    '/intake/metrics?x=1',
    '/intake//metrics',
    '//intake/metrics',
    '/intake/METRICS',
    '/intake/%6detrics',
    '/intake%2fmetrics',
    '/intake/./metrics',
    '/intake/%2e/metrics',
    '/intake/v1/../metrics',
    '/intake/v1/%2E%2E/metrics',
    '/intake\\metrics',
    '/intake/v1/%ff',
  ])('is not %s', (url) => {
    expect(passes(url)).toBe(false);
  });

  it.each([
    '/',
    '/intake/v1/dossiers',
    '/intake/v1/tracking/H48.12-261130-0001',
    '/tra-cuu/H48.12-261130-0001',
    '/catalogue/v1/procedures?query=%C4%91',
  ])('is %s', (url) => {
    expect(passes(url)).toBe(true);
  });
});
