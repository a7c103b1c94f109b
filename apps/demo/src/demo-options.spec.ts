import { readDemoOptions } from './demo-options.js';
import { UnknownOption } from '@motcua/terminal';

describe("the demo's options", () => {
  it('play the story of the seed and stay up unless told otherwise', () => {
    expect(readDemoOptions([])).toEqual({
      procedure: '1.001686',
      story: 'life',
      kafka: false,
      month: false,
      exit: false,
      help: false,
    });
    expect(readDemoOptions(['--kafka']).kafka).toBe(true);
    expect(readDemoOptions(['--month']).month).toBe(true);
    expect(readDemoOptions(['--exit', '--procedure', '2.000884'])).toEqual({
      procedure: '2.000884',
      story: 'life',
      kafka: false,
      month: false,
      exit: true,
      help: false,
    });
    expect(readDemoOptions(['--procedure=1.012784']).procedure).toBe('1.012784');
    expect(readDemoOptions(['--story', 'troubles']).story).toBe('troubles');
    expect(readDemoOptions(['--server', 'http://localhost:3000/']).server).toBe('http://localhost:3000');
  });

  it.each([
    [['--procedure']],
    [['--procedure', "'; DROP"]],
    [['--server']],
    [['--server', 'localhost']],
    [['--quit']],
    [['--story', 'tears']],
    [['--story=troubles', '--server', 'http://localhost:3000']],
    [['--story=troubles', '--procedure', '2.000884']],
    [['--story=money', '--procedure', '2.000884']],
    [['--kafka', '--server', 'http://localhost:3000']],
    [['--month', '--kafka']],
    [['--exit=no']],
    [['x']],
  ])('are refused when they are %j', (args) => {
    expect(() => readDemoOptions(args)).toThrow(UnknownOption);
  });
});
