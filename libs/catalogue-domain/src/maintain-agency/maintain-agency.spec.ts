import { agency, refusalOf } from '../testing.fixture.js';
import { type AgencyTree, maintainAgency } from './maintain-agency.js';

const root = { ...agency, code: 'H48', legacyCode: '000.00.00.H48', parent: null, ancestors: ['H48'] };
const office = { ...agency, code: 'H48.12.1', parent: 'H48.12', ancestors: ['H48', 'H48.12', 'H48.12.1'], revision: 4 };
const tree = (change: Partial<AgencyTree> = {}): AgencyTree => ({
  before: agency,
  parent: root,
  namesake: agency,
  below: [office],
  calendarKnown: false,
  succession: new Map([
    ['H48.33', []],
    ['H48.34', ['H48.35']],
    ['H48.35', ['H48.12']],
  ]),
  ...change,
});
const { legacyCode: _, ancestors: __, revision: ___, ...wanted } = agency;

describe('an agency', () => {
  it('that is new gets its legacy identifier and its place', () => {
    expect(maintainAgency(tree({ before: null, namesake: undefined, below: [] }), wanted)).toEqual([
      { before: null, after: { ...agency, revision: 1 } },
    ]);
  });

  it('that only changes its name moves nobody', () => {
    expect(maintainAgency(tree(), { ...wanted, name: 'Sở Y tế' })).toEqual([
      { before: agency, after: { ...agency, name: 'Sở Y tế', revision: 3 } },
    ]);
  });

  it('that moves takes all below along', () => {
    const above = { ...root, code: 'H48.30', ancestors: ['H48', 'H48.30'] };
    const [own, below] = maintainAgency(tree({ parent: above }), { ...wanted, parent: 'H48.30' });
    expect(own.after.ancestors).toEqual(['H48', 'H48.30', 'H48.12']);
    expect(below?.after).toEqual({
      ...office,
      ancestors: ['H48', 'H48.30', 'H48.12', 'H48.12.1'],
      revision: 5,
    });
  });

  it.each<[string, Partial<AgencyTree>, object, string[]]>([
    ['names a parent that does not exist', { parent: undefined }, {}, ['/parent AGENCY_UNKNOWN']],
    ['names itself as parent', { parent: agency }, { parent: 'H48.12' }, ['/parent AGENCY_BELOW_ITSELF']],
    ['names one below it as parent', { parent: office }, { parent: 'H48.12.1' }, ['/parent AGENCY_BELOW_ITSELF']],
    ['has the legacy identifier of another', { namesake: root }, {}, ['/code LEGACY_CODE_TAKEN']],
    ['names an unknown calendar', {}, { calendar: 'X' }, ['/calendar CALENDAR_UNKNOWN']],
    ['works on and has a successor', {}, { successors: ['H48.33'] }, ['/successors SUCCESSOR_OF_ACTIVE']],
    [
      'has a successor that does not exist',
      {},
      { active: false, successors: ['H48.33', 'H48.99'] },
      ['/successors/1 AGENCY_UNKNOWN'],
    ],
    [
      'has a successor whose place it took itself',
      {},
      { active: false, successors: ['H48.34'] },
      ['/successors/0 SUCCEEDS_ITSELF'],
    ],
  ])('is refused when it %s', (_, around, change, faults) => {
    expect(refusalOf(() => maintainAgency(tree(around), { ...wanted, ...change }))).toEqual({
      code: 'AGENCY.INVALID',
      faults,
    });
  });

  it('that is closed leaves its place also where those that it names succeed each other', () => {
    const succession = new Map([
      ['H48.36', ['H48.37']],
      ['H48.37', ['H48.36']],
    ]);
    const [own] = maintainAgency(tree({ succession }), { ...wanted, active: false, successors: ['H48.36'] });
    expect(own.after.successors).toEqual(['H48.36']);
  });

  it('that is closed leaves its place to one, or to several where it is split (R23)', () => {
    const [own] = maintainAgency(tree(), { ...wanted, active: false, successors: ['H48.33'] });
    expect(own.after).toMatchObject({ active: false, successors: ['H48.33'], revision: 3 });
  });

  it('may be the root, and may have a calendar that is known', () => {
    const { legacyCode: _legacy, ancestors: _ancestors, revision: _revision, ...top } = root;
    const known = { ...tree(), before: root, parent: undefined, namesake: root, below: [], calendarKnown: true };
    expect(maintainAgency(tree(known), { ...top, calendar: 'VN' })).toMatchObject([{ after: { calendar: 'VN' } }]);
  });
});
