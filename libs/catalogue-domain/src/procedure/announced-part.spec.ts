import { announced, state, version } from '../testing.fixture.js';
import { announcedPart } from './announced-part.js';

describe('what everybody may see of a procedure', () => {
  it('is what was announced of it', () => {
    const { procedure } = state([announced, version({ version: 2 })]);
    expect(announcedPart(procedure)).toEqual({ ...procedure, versions: [announced] });
  });

  it('is nothing before it was ever announced', () => {
    expect(announcedPart(state([version()]).procedure)).toBeUndefined();
  });
});
