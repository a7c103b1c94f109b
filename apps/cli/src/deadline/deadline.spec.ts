import { answerDeadline } from './answer-deadline.js';
import { NotationError, readReduction, readSupplement, readTerm, withZone } from './notation.js';
import { type Options, readOptions } from './options.js';
import { sayFailure } from './say-failure.js';

function options(...args: string[]): Options {
  const read = readOptions(args);
  if (!read) throw new Error('the options ask for help');
  return read;
}

function failureOf(...args: string[]): string {
  try {
    answerDeadline(options(...args));
  } catch (error) {
    return sayFailure(error, 'en');
  }
  throw new Error('the command succeeded');
}

describe('the deadline command', () => {
  const story = ['--accepted', '2026-08-21T16:20', '--term', '3wd', '--reduction', '20%'];
  const supplement = ['--supplement', '2026-08-24T09:00/2026-08-25T10:30'];

  it('answers in Vietnamese with both due dates, every step and a calendar of half hours', () => {
    const text = answerDeadline(options(...story, ...supplement));
    expect(text).toContain('Đến hạn theo quy định  07:50 thứ Năm 27/08/2026');
    expect(text).toContain('Hẹn trả kết quả        11:02 thứ Tư 26/08/2026');
    expect(text.match(/^ +\d+\. R\d/gm)).toHaveLength(4);
    expect(text).toContain('T7 22/08   █████████····███████  làm bù');
    expect(text).toContain('T2 24/08   ████▒▒▒▒▒····▒▒▒▒▒▒▒  yêu cầu bổ sung 09:00');
    expect(text).toContain('T5 27/08   ██░░░░░░░····░░░░░░░  đến hạn 07:50');
  });

  it('answers in English', () => {
    const text = answerDeadline(options(...story, '--language', 'en'));
    expect(text).toContain('Due by law  16:20 on Tuesday 25 August 2026');
    expect(text).toContain('Compensatory days 22/08/2026 count.');
  });

  it('shows a restart and its discarded time', () => {
    const text = answerDeadline(options(...story, ...supplement, '--policy', 'restart'));
    expect(text).toContain('10:30 thứ Sáu 28/08/2026');
    expect(text).toContain('T7 22/08   ×××××××××····×××××××  làm bù');
  });

  it('shows a long term by weeks, with its days off', () => {
    const text = answerDeadline(options('--accepted', '2026-02-02T07:00', '--term', '30wd'));
    expect(text).toContain('16/02/2026 ·  ·  ·  ·  ·  ·  ·');
    expect(text).toContain('Không tính ngày nghỉ 16/02/2026–20/02/2026');
  });

  it('says that there is no due date while a supplement is awaited', () => {
    const text = answerDeadline(options(...story, '--supplement', '2026-08-24T09:00/'));
    expect(text).toContain('Đang tạm dừng chờ bổ sung hồ sơ: chưa có ngày hẹn trả kết quả.');
  });

  it('does not show a supplement that came too late as a pause', () => {
    const text = answerDeadline(
      options('--accepted', '2026-08-17T07:00', '--term', '1wd', '--supplement', '2026-08-17T17:00/2026-08-18T08:00'),
    );
    expect(text.split('Lịch\n')[1]).not.toContain('▒▒');
  });

  it.each([
    [
      ['--accepted', '2026-08-21T16:20', '--term', '0wd'],
      '--term: The amount of the term must be a positive whole number.',
    ],
    [['--accepted', '2026-02-30T16:20', '--term', '1wd'], '--accepted: There is no such date and time.'],
    [
      ['--accepted', '2026-08-21T16:20', '--term', '3 days'],
      '--term: "3 days" is not understood; such as 3wd, 16wh, 10d, 1m, sameday',
    ],
    [
      ['--accepted', '2026-08-21T16:20', '--term', '1wd', '--reduction', '100%'],
      '--reduction: The reduction must be a whole number of basis points from 0 to 9999 (2000 is 20 %).',
    ],
    [
      ['--accepted', '2026-08-21T16:20', '--term', '1wd', '--calendar', 'XX'],
      '--calendar: "XX" cannot be read (ENOENT)',
    ],
    [
      ['--accepted', '2026-08-21T16:20', '--term', '1wd', '--policy', 'stop'],
      '--policy: The supplement policy must be "pause" or "restart".',
    ],
  ])('refuses %j by naming the option', (args, sentence) => {
    expect(failureOf(...args)).toBe(sentence);
  });

  it('asks for what it needs', () => {
    expect(readOptions(['--term', '3wd'])).toBeUndefined();
    expect(() => readOptions(['--language', 'fr'])).toThrow(NotationError);
  });
});

describe('the notation of the deadline command', () => {
  it.each([
    ['3wd', { amount: 3, unit: 'workingDay' }],
    ['16wh', { amount: 16, unit: 'workingHour' }],
    ['10d', { amount: 10, unit: 'calendarDay' }],
    ['1m', { amount: 1, unit: 'month' }],
    ['sameday', { unit: 'sameDay' }],
  ])('reads the term %s', (text, term) => expect(readTerm(text)).toEqual(term));

  it.each([
    ['20%', 2000],
    ['12.5%', 1250],
    ['0,01 %', 1],
  ])('reads the reduction %s exactly', (text, basisPoints) => expect(readReduction(text)).toBe(basisPoints));

  it('gives wall times the offset of the calendar, and keeps one that is written', () => {
    expect(withZone('2026-08-21T16:20', 'Asia/Ho_Chi_Minh')).toBe('2026-08-21T16:20:00+07:00');
    expect(withZone('2026-08-21T16:20Z', 'Asia/Ho_Chi_Minh')).toBe('2026-08-21T16:20Z');
    expect(readSupplement('2026-08-24T09:00', 'UTC')).toEqual({
      requestedAt: '2026-08-24T09:00:00+00:00',
      completedAt: null,
    });
  });
});
