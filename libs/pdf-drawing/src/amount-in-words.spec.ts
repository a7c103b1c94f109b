import { sayAmountInWords } from './amount-in-words.js';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Another writer, slow and of another kind: every digit is said with its place, and then the habits of speech are put over it. */
function slowly(amount: number): string {
  const digits = String(amount).padStart(Math.ceil(String(amount).length / 9) * 9, '0');
  const places = ['trăm', 'mươi', ''];
  const groups = ['triệu', 'nghìn', ''];
  const said = [...digits].map((digit, index) => {
    const left = digits.length - 1 - index;
    const place = places[index % 3] ?? '';
    const endsGroup = index % 3 === 2;
    const group = endsGroup ? `${groups[Math.floor((index % 9) / 3)] ?? ''};` : '';
    const billion = endsGroup && left > 0 && left % 9 === 0 ? ' tỷ;' : '';
    return `${DIGITS[Number(digit)]} ${place} ${group}${billion}`;
  });
  let text = said
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/không trăm không mươi không (?:triệu|nghìn)?;/g, '')
    .replaceAll(/mươi không/g, 'mươi')
    .replaceAll(/không mươi (?=;|triệu|nghìn)/g, '')
    .replaceAll('không mươi', 'linh')
    .replaceAll('một mươi', 'mười')
    .replaceAll(/(mươi|mười) năm/g, '$1 lăm')
    .replaceAll('mươi một', 'mươi mốt')
    .replaceAll('mươi bốn', 'mươi tư')
    .replaceAll(';', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (const leading of ['không trăm ', 'linh ']) if (text.startsWith(leading)) text = text.slice(leading.length);
  return `${text} đồng`.replace(/^./, (letter) => letter.toUpperCase());
}

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [1, 'Một đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [55, 'Năm mươi lăm đồng'],
    [101, 'Một trăm linh một đồng'],
    [105, 'Một trăm linh năm đồng'],
    [110, 'Một trăm mười đồng'],
    [500, 'Năm trăm đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [12_500, 'Mười hai nghìn năm trăm đồng'],
    [20_000, 'Hai mươi nghìn đồng'],
    [115_000, 'Một trăm mười lăm nghìn đồng'],
    [1_000_000, 'Một triệu đồng'],
    [1_000_005, 'Một triệu không trăm linh năm đồng'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
    [2_041_021, 'Hai triệu không trăm bốn mươi mốt nghìn không trăm hai mươi mốt đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
    [21_000_500_000, 'Hai mươi mốt tỷ năm trăm nghìn đồng'],
    [
      999_999_999_999,
      'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
    ],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  ])('%d is written as %s', (amount, text) => {
    expect(sayAmountInWords(amount)).toBe(text);
  });

  it('is what another, slow writer writes, for each amount below a hundred thousand and for many above it', () => {
    const all = Array.from({ length: 99_999 }, (_, n) => n + 1);
    // Each place and each pair of places, also with nothing between them, up to what a number holds exactly.
    const places = Array.from({ length: 15 }, (_, n) => 10 ** n);
    const sparse = places.flatMap((high) =>
      places.flatMap((low) => [1, 4, 5, 9].flatMap((one) => [1, 4, 5].map((other) => high * one + low * other))),
    );
    let seed = 20_261_201;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const random = Array.from({ length: 20_000 }, () => next(1_000_000) * 10 ** next(9) + next(1_000));
    const wrong = [...all, ...sparse, ...random.filter((amount) => amount > 0)].filter(
      (amount) => sayAmountInWords(amount) !== slowly(amount),
    );
    expect(wrong.slice(0, 5).map((amount) => [amount, sayAmountInWords(amount), slowly(amount)])).toEqual([]);
  });
});
