import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const FILE = 'apps/fee-payment/src/planted.ts';

const BREACHES: [where: string, text: string][] = [
  ['a summary', "ApiOperation({ summary: 'Until when it must be received: as first set, and whether late' });"],
  ['a summary that begins with a clause', "ApiOperation({ summary: 'What a person may do now' });"],
  ['a description', "Text({ description: 'Gives a task back to whoever has its role' });"],
  ['the title of a problem', "entry(409, 'Giấy tờ đã hết hiệu lực', 'The paper is valid no more');"],
  [
    'the detail of a fault',
    "fault('/scope', 'X', { vi: 'Không áp dụng', en: 'A term policy knows no kinds of fee: null.' });",
  ],
  ['a template', 'fault(`There is no agency ${code} at work.`);'],
  ['a text about being told', "Env('MOTCUA_X', 'every fault is told with its pointer');"],
  ['a text about permission', "fault('Nothing is asked for leave here');"],
  ['a Vietnamese text that is spoken', "entry(409, 'Hồ sơ đã kết thúc, không thu phí nữa', 'The dossier has ended');"],
  [
    'a Vietnamese text that calls the reader by "bạn"',
    "entry(403, 'Cơ quan của bạn không liên quan', 'Not your agency');",
  ],
  ['a Vietnamese text that orders with "hãy"', "entry(409, 'Hãy nhận việc trước', 'Claim the task first');"],
  ['a Vietnamese text that orders after a semicolon', "fault('Con trỏ không hợp lệ; hãy bắt đầu lại.');"],
  ['a Vietnamese text that begs', "entry(429, 'Quá nhiều yêu cầu, xin thử lại sau', 'Too many requests');"],
  ['a Vietnamese text that is familiar', "fault('Nộp lại hồ sơ nhé.');"],
  ['a name of the one-stop office in small letters', "fault('Nộp tiền mặt tại bộ phận một cửa.');"],
  ['a second word for "quá hạn"', "fault('Hồ sơ này đã trễ hạn.');"],
  ['a promise translated word for word', "fault('Thời hạn đã hứa là 22 giờ.');"],
  ['a call translated word for word', "fault('Đã nhận 3 lời gọi.');"],
  ['data that has not come, word for word', "fault('Lịch vừa công bố chưa tới đây.');"],
  ['a tone over the second vowel', "fault('Không lấy được khoá này.');"],
  ['another tone over the second vowel', "fault('Uỷ ban nhân dân tỉnh');"],
  ['letters that are not composed', `fault('Ho\u0302\u0300 so\u031b na\u0300y thie\u0302\u0301u');`],
];

const PLAIN: [what: string, text: string][] = [
  [
    'a sentence with subject and verb',
    "entry(409, 'Hồ sơ đã kết thúc', 'The dossier has ended; fees are no longer collected');",
  ],
  ['a Vietnamese request', "fault('Đề nghị Ông/Bà nộp lại bản rõ; Ủy ban quy định lệ phí mỗi quý, mỗi quỹ.');"],
  ['a Vietnamese apology', "fault('Cơ quan thành thật xin lỗi Ông/Bà, tổ chức.');"],
  ['a question', "console.log('How does it end?');"],
  ['a statement', 'const FIND = `SELECT id FROM task WHERE holder IS NULL -- nobody holds it`;'],
];

const lint = (texts: readonly string[]): { ruleId: string | null }[][] =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(new URL('eslint/lint-texts.mjs', import.meta.url))], {
      input: JSON.stringify(texts.map((text) => ({ file: FILE, text: `${text}\n` }))),
      encoding: 'utf8',
    }),
  ) as { ruleId: string | null }[][];

describe('texts that people read', () => {
  let found: boolean[];
  beforeAll(() => {
    found = lint([...BREACHES, ...PLAIN].map(([, text]) => text)).map((findings) =>
      findings.some(({ ruleId }) => ruleId === 'motcua/plain-texts'),
    );
  }, 180_000);

  it.each(BREACHES.map(([where], index) => ({ where, index })))('are plain: $where', ({ index }) => {
    expect(found[index]).toBe(true);
  });

  it.each(PLAIN.map(([what], index) => ({ what, index })))('may be $what', ({ index }) => {
    expect(found[BREACHES.length + index]).toBe(false);
  });
});
