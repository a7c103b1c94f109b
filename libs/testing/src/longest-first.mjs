import Sequencer from '@jest/test-sequencer';

/** Suites that take long for their size: they start processes, brokers or many runs, or wait as a rule says. */
const LONG =
  /crash\.e2e|\.kafka\.spec|nobody-in-the-clear|demo\.(cli\.)?e2e|services-alone|\.cli\.e2e|local-transport|laws\.spec|oracle\.spec/;

const isLong = ({ path }) => LONG.test(path);

/** The long suites first, so that no core waits at the end for the last of them; then as Jest orders them. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
