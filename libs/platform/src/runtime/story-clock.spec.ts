import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoryClock } from './story-clock.js';

describe('the story clock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-clock-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('goes on from where it was set, is read by every process, and never turns back', () => {
    const file = join(folder, 'clock');
    const [clock, other] = [new StoryClock(file), new StoryClock(file)];
    expect(Math.abs(clock.now().epochMilliseconds - Date.now())).toBeLessThan(1000);
    const story = Temporal.Instant.from('2026-08-21T16:20:00+07:00');
    clock.moveTo(story);
    expect(Temporal.Instant.compare(other.now(), story)).toBeGreaterThanOrEqual(0);
    expect(other.now().since(story).total('seconds')).toBeLessThan(5);
    expect(() => other.moveTo(story.subtract({ hours: 1 }))).toThrow('only moves forward');
    other.moveTo(story.add({ hours: 24 }));
    expect(clock.now().since(story).total('hours')).toBeGreaterThanOrEqual(24);
  });
});
