import type { VersionDefinition } from '../procedure/version-definition.js';
import { definition } from '../testing.fixture.js';
import { versionFaults } from './version-faults.js';

const KNOWN = { fields: new Set(['G10-NN12']), agencies: new Set(['H48.12']), schemaFault: undefined };
const [variant] = definition.variants;
const withTerm = (term: { amount?: number; unit: string } | null): Partial<VersionDefinition> => ({
  variants: [{ ...variant, term } as VersionDefinition['variants'][number]],
});
const withPaper = (change: object): Partial<VersionDefinition> => ({
  variants: [{ ...variant!, components: [{ ...variant!.components[0]!, ...change }] }],
});
const faultsOf = (change: Partial<VersionDefinition>): string[] =>
  versionFaults({ ...definition, ...change }, KNOWN).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a version of a procedure', () => {
  it('is without fault when everything it names is known and said once', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, Partial<VersionDefinition>, string[]]>([
    ['names no field', { field: { code: null, name: 'Thú y' } }, ['/field FIELD_UNKNOWN']],
    ['names an unknown field', { field: { code: 'X', name: 'X' } }, ['/field FIELD_UNKNOWN']],
    ['names no competence', { competentAgencies: null }, ['/competentAgencies COMPETENCE_UNCLEAR']],
    ['names an empty list of agencies', { competentAgencies: [] }, ['/competentAgencies COMPETENCE_UNCLEAR']],
    ['names agencies and a level', { competentLevel: 'commune' }, ['/competentAgencies COMPETENCE_UNCLEAR']],
    ['names an unknown agency', { competentAgencies: ['H48.12', 'H48.99'] }, ['/competentAgencies/1 AGENCY_UNKNOWN']],
    ['lists a channel twice', { channels: ['counter', 'online', 'counter'] }, ['/channels CHANNEL_TWICE']],
    ['is online without the channel', { channels: ['counter'] }, ['/channels CHANNELS_CONTRADICT_LEVEL']],
    ['is information with the channel', { onlineLevel: 'information' }, ['/channels CHANNELS_CONTRADICT_LEVEL']],
    ['is partly online without a reason', { onlineLevel: 'partial' }, ['/onlineLevelReason REASON_MISSING']],
    ['gives a reason for nothing', { onlineLevelReason: 'x' }, ['/onlineLevelReason REASON_NOT_NEEDED']],
    ['has no variant', { variants: [] }, ['/variants VARIANT_MISSING']],
    ['has a variant twice', { variants: [variant!, variant!] }, ['/variants/1/code CODE_TWICE']],
    [
      'has a result twice',
      { results: [definition.results[0]!, definition.results[0]!] },
      ['/results/1/code CODE_TWICE'],
    ],
    ['has no term', withTerm(null), ['/variants/0/term TERM_MISSING']],
    [
      'has a same-day term with an amount',
      withTerm({ amount: 1, unit: 'sameDay' }),
      ['/variants/0/term/amount AMOUNT_NOT_ALLOWED'],
    ],
    ['has a term without amount', withTerm({ unit: 'workingDay' }), ['/variants/0/term/amount AMOUNT_MISSING']],
    [
      'has a term of nothing',
      withTerm({ amount: 0, unit: 'workingDay' }),
      ['/variants/0/term/amount AMOUNT_OUT_OF_RANGE'],
    ],
    ['has half a day', withTerm({ amount: 1.5, unit: 'workingDay' }), ['/variants/0/term/amount AMOUNT_OUT_OF_RANGE']],
    [
      'has an endless term',
      withTerm({ amount: 1_000_000, unit: 'workingDay' }),
      ['/variants/0/term/amount AMOUNT_OUT_OF_RANGE'],
    ],
    [
      'has a term of a day more than the longest',
      withTerm({ amount: 3_651, unit: 'workingDay' }),
      ['/variants/0/term/amount AMOUNT_OUT_OF_RANGE'],
    ],
    [
      'has a term of a unit that nobody knows',
      withTerm({ amount: 1, unit: 'fortnight' }),
      ['/variants/0/term/amount AMOUNT_OUT_OF_RANGE'],
    ],
    [
      'lists a paper twice',
      { variants: [{ ...variant!, components: [variant!.components[0]!, variant!.components[0]!] }] },
      ['/variants/0/components/1/code CODE_TWICE'],
    ],
    [
      'requires a paper in no copy',
      withPaper({ originals: 0 }),
      ['/variants/0/components/0/originals PAPER_WITHOUT_COPIES'],
    ],
  ])('that %s', (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it.each<[string, Partial<VersionDefinition>]>([
    ['any agency of a level', { competentAgencies: null, competentLevel: 'commune' }],
    ['information only, at the counter', { onlineLevel: 'information', channels: ['counter'] }],
    ['partly online, with its reason', { onlineLevel: 'partial', onlineLevelReason: 'Bản giấy' }],
    ['a same-day term', withTerm({ unit: 'sameDay' })],
    ['a term of one', withTerm({ amount: 1, unit: 'workingHour' })],
    ['the longest term', withTerm({ amount: 3_650, unit: 'workingDay' })],
    ['a paper in original and in copy', withPaper({ originals: 1, copies: 1 })],
    ['an optional paper that is only a note', withPaper({ originals: 0, required: false })],
    ['a required paper in copy', withPaper({ originals: 0, copies: 1 })],
  ])('may have %s', (_, change) => {
    expect(faultsOf(change)).toEqual([]);
  });

  it('tells why its form cannot be used', () => {
    const [fault] = versionFaults(definition, { ...KNOWN, schemaFault: 'strict mode' });
    expect(fault).toMatchObject({ pointer: '/formSchema', code: 'SCHEMA_INVALID' });
    expect(fault?.detail.en).toContain('strict mode');
  });
});
