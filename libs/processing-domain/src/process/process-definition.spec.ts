import { DEFAULT_PROCESS, processFaults, type ProcessDefinition, type ProcessStep, type TaskStep } from '../index.js';

const step = (
  code: string,
  outcomes: Partial<TaskStep['outcomes'][number]>[],
  role: TaskStep['role'] = 'leader',
): TaskStep => ({
  code,
  name: code,
  role,
  outcomes: outcomes.map((outcome, i) => ({ code: `o${i}`, name: 'x', to: null, ...outcome })),
});
const process = (...steps: TaskStep[]): ProcessDefinition => ({
  procedure: '1.001686',
  version: 1,
  name: 'x',
  steps,
});

const faults = (definition: ProcessDefinition): string[] =>
  processFaults(definition).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the definition of a process', () => {
  it('is accepted as it is built in: the first version of one of its own, that no procedure has', () => {
    expect(faults(DEFAULT_PROCESS)).toEqual([]);
    expect([DEFAULT_PROCESS.procedure, DEFAULT_PROCESS.version]).toEqual(['default', 1]);
  });

  it('asks for a reason, as it is built in, wherever it sends a case back or denies it (R21)', () => {
    const asking = DEFAULT_PROCESS.steps.flatMap((one) =>
      one.kind === 'consultation' ? [] : one.outcomes.filter(({ requiresReason }) => requiresReason),
    );
    expect(asking.map(({ code, to }) => [code, to])).toEqual([
      ['sendBack', 'assignment'],
      ['deny', 'signing'],
      ['sendBack', 'appraisal'],
      ['sendBack', 'approval'],
    ]);
  });

  it.each([
    [
      'a step twice',
      process(step('a', [{ to: 'b' }]), step('b', [{}]), step('b', [{}])),
      ['/steps/2/code PROCESS.STEP_TWICE'],
    ],
    ['an unknown next step', process(step('a', [{ to: 'z' }, {}])), ['/steps/0/outcomes/0/to PROCESS.STEP_UNKNOWN']],
    [
      'an outcome twice',
      process(step('a', [{ code: 'x' }, { code: 'x' }])),
      ['/steps/0/outcomes/1/code PROCESS.OUTCOME_TWICE'],
    ],
    ['a step that nothing leads to', process(step('a', [{}]), step('b', [{}])), ['/steps/1 PROCESS.STEP_UNREACHABLE']],
    [
      'a circle without an end',
      process(step('a', [{ to: 'b' }]), step('b', [{ to: 'a' }])),
      ['/steps/0 PROCESS.STEP_ENDLESS', '/steps/1 PROCESS.STEP_ENDLESS'],
    ],
    [
      'a signature by someone who is no leader',
      process(step('a', [{ signs: true }], 'specialist')),
      ['/steps/0/outcomes/0/signs PROCESS.SIGNER_NOT_LEADER'],
    ],
  ])('is refused with %s', (_, definition, expected) => expect(faults(definition)).toEqual(expected));

  it('is refused with every fault of a consultation: where it leads, whom it asks, what may be answered', () => {
    const ask = (agency: string) => ({ agency, role: 'specialist', term: { amount: 1, unit: 'workingDay' } }) as const;
    const consultation: ProcessStep = {
      kind: 'consultation',
      code: 'b',
      name: 'b',
      join: 'all',
      to: 'nowhere',
      ask: [ask('H48.04'), ask('somewhere'), ask('H48.04'), ask('receiving')],
      opinions: [
        { code: 'agree', name: 'x' },
        { code: 'agree', name: 'y' },
      ],
    };
    const { steps } = process(step('a', [{ to: 'b' }, {}]));
    expect(faults({ ...process(), steps: [...steps, consultation] })).toEqual([
      '/steps/1 PROCESS.STEP_ENDLESS',
      '/steps/1/to PROCESS.STEP_UNKNOWN',
      '/steps/1/ask/1/agency PROCESS.AGENCY_INVALID',
      '/steps/1/ask/2/agency PROCESS.AGENCY_TWICE',
      '/steps/1/opinions/1/code PROCESS.OUTCOME_TWICE',
    ]);
  });

  it('may have a step at any agency, by its identifier', () => {
    const at = (agency: string): ProcessDefinition => process({ ...step('a', [{}]), agency });
    expect([faults(at('H48.04')), faults(at('receiving'))]).toEqual([[], []]);
    expect(faults(at('everywhere'))).toEqual(['/steps/0/agency PROCESS.AGENCY_INVALID']);
  });

  it('is refused with every fault at once', () => {
    expect(faults(process(step('a', [{ to: 'z' }, {}]), step('b', [{}])))).toEqual([
      '/steps/0/outcomes/0/to PROCESS.STEP_UNKNOWN',
      '/steps/1 PROCESS.STEP_UNREACHABLE',
    ]);
  });
});
