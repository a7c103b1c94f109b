import { type CaseProgress, type ProcessDefinition, processDiagram } from '../index.js';

const PROCESS: ProcessDefinition = {
  procedure: '1.001686',
  version: 1,
  name: 'Quy trình mẫu',
  steps: [
    {
      code: 'appraise',
      name: 'Thẩm định',
      role: 'specialist',
      term: { amount: 1, unit: 'workingDay' },
      outcomes: [{ code: 'forward', name: 'Chuyển', to: 'ask' }],
    },
    {
      kind: 'consultation',
      code: 'ask',
      name: 'Lấy ý kiến',
      join: 'all',
      to: 'sign',
      ask: [{ agency: 'receiving', role: 'leader', term: { amount: 4, unit: 'workingHour' } }],
    },
    {
      code: 'sign',
      name: 'Ký',
      role: 'leader',
      agency: 'H48.04',
      outcomes: [
        { code: 'sign', name: 'Ký ban hành', to: null, decision: 'granted' },
        { code: 'back', name: 'Trả lại', to: 'appraise' },
      ],
    },
  ],
};
const said = (at?: CaseProgress): string[] =>
  processDiagram(PROCESS, at).nodes.map(
    ({ id, shape, progress, late, lines }) =>
      `${id} ${shape} ${progress}${late ? ' late' : ''}: ${lines.map(({ en }) => en).join(' | ')}`,
  );

describe('the diagram of a process', () => {
  it('shows each step with who has it and how long, a consultation as fork, agencies and join, and the end', () => {
    expect(said()).toEqual([
      's0 step ahead: Thẩm định | specialist · competent agency | 1 working day',
      's1 fork ahead: Lấy ý kiến',
      's1a0 agency ahead: receiving agency · leader | 4 working hours',
      's1j join ahead: All have answered',
      's2 step ahead: Ký | leader · H48.04',
      'done end ahead: Result at the one-stop',
    ]);
  });

  it('leads on by outcomes and joins, and marks what leads back', () => {
    const { edges } = processDiagram(PROCESS);
    expect(edges.map(({ from, to, label, back }) => [from, to, label?.vi ?? null, back])).toEqual([
      ['s0', 's1', 'Chuyển', false],
      ['s1', 's1a0', null, false],
      ['s1a0', 's1j', null, false],
      ['s1j', 's2', null, false],
      ['s2', 'done', 'Ký ban hành', false],
      ['s2', 's0', 'Trả lại', true],
    ]);
  });

  it('shows of a case what is passed, what is late and what was said of it; the end and the join are never late', () => {
    const line = { vi: 'đã 2 ngày', en: 'for 2 days' };
    const at: CaseProgress = { of: () => ({ progress: 'passed', late: true, lines: [line] }), ended: true };
    expect(said(at)).toEqual([
      's0 step passed late: Thẩm định | specialist · competent agency | 1 working day | for 2 days',
      's1 fork passed late: Lấy ý kiến | for 2 days',
      's1a0 agency passed late: receiving agency · leader | 4 working hours | for 2 days',
      's1j join passed: All have answered',
      's2 step passed late: Ký | leader · H48.04 | for 2 days',
      'done end here: Result at the one-stop',
    ]);
  });

  it('joins no consultation that is still open', () => {
    const at: CaseProgress = { of: () => ({ progress: 'here', late: false, lines: [] }), ended: false };
    expect(said(at).find((node) => node.startsWith('s1j'))).toBe('s1j join ahead: All have answered');
  });
});
