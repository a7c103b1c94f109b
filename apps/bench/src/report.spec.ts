import { replaceSections, reportPage, type Section } from './report.js';

const section = (title: string, ours: number): Section => ({
  title,
  about: `About ${title}.`,
  comparisons: [{ what: 'One', ours, reference: 10, unit: 'ms', ratio: 10 / ours, aim: 0.5 }],
});
const titles = (page: string): string[] => [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);

describe('the page of the benchmarks', () => {
  it('puts sections in the places of those with their titles, and others at the end', () => {
    const before = reportPage([section('Lists', 20), section('Due dates', 5)], 0, 'abc');
    const after = replaceSections(before, [section('Kafka: memory', 4), section('Lists', 40)]);
    expect(titles(after)).toEqual(['Lists', 'Due dates', 'Kafka: memory']);
    expect(after).toContain('| One | 40.0 | 10.0 | ms | **0.25** | 0.50 |');
    expect(after).not.toContain('| One | 20.0 |');
    expect(after).toContain('| One | 5.00 | 10.0 | ms | **2.00** | 0.50 |');
    expect(replaceSections(after, [])).toBe(after);
  });

  it('keeps what was measured on a broker when all else is measured anew', () => {
    const before = replaceSections(reportPage([section('Lists', 20)], 0, 'abc'), [section('Kafka: memory', 4)]);
    const after = reportPage([section('Lists', 10)], 0, 'def', before);
    expect(titles(after)).toEqual(['Lists', 'Kafka: memory']);
    expect(after).toContain('| One | 10.0 | 10.0 | ms | **1.00** | 0.50 |');
    expect(after).toContain('| One | 4.00 | 10.0 | ms | **2.50** | 0.50 |');
  });

  it('keeps what was written by hand, whatever is measured anew', () => {
    const why = { ...section('Aims that are not reached, and why', 4), comparisons: [] };
    const before = replaceSections(reportPage([section('Lists', 20)], 0, 'abc'), [why]);
    expect(titles(reportPage([section('Lists', 10)], 0, 'def', before))).toEqual(['Lists', why.title]);
  });

  it('names the commit, and shows the plots of a section above its table', () => {
    const plots = [{ name: 'rate', title: 'A rate', svg: '<svg/>' }];
    const page = reportPage([{ ...section('Clients', 5), plots }], 0, '`1a2b3c4d`');
    expect(page).toContain('Commit: `1a2b3c4d`.');
    expect(page).toMatch(/## Clients\n[\s\S]*!\[A rate\]\(benchmarks\/rate\.svg\)\n\n\| What/);
  });
});
