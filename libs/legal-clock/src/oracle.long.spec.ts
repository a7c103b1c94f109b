import { differencesFromOracle, DOSSIERS_PER_CALENDAR } from './testing/compare-with-oracle.fixture.js';

const CALENDARS = 5_000;

describe('the legal clock and its slow oracle', () => {
  it(`agree on ${CALENDARS * DOSSIERS_PER_CALENDAR} random dossiers over ${CALENDARS} odd calendars`, () => {
    expect(differencesFromOracle(CALENDARS).slice(0, 3)).toEqual([]);
  }, 3_600_000);
});
