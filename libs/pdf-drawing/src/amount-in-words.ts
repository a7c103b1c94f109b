import type { Dong } from '@motcua/kernel';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const GROUPS = ['', 'nghìn', 'triệu'] as const;
const BILLION = 1_000_000_000;

const digit = (value: number): string => DIGITS[value] ?? '';

/** The last digit as it is said after `mươi` and `mười`. */
function afterTens(ones: number, tens: number): string {
  if (ones === 5) return 'lăm';
  if (tens > 1 && ones === 1) return 'mốt';
  return tens > 1 && ones === 4 ? 'tư' : digit(ones);
}

/** 1 to 999; `inFull` where more stands before it, so that hundreds are said also where there are none. */
function belowThousand(value: number, inFull: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words = hundreds > 0 || inFull ? [digit(hundreds), 'trăm'] : [];
  if (tens === 0) return ones === 0 ? words : [...words, ...(words.length > 0 ? ['linh'] : []), digit(ones)];
  const said = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  return [...words, ...said, ...(ones === 0 ? [] : [afterTens(ones, tens)])];
}

/** 1 to 999,999,999. */
const belowBillion = (value: number, inFull: boolean): string[] =>
  [2, 1, 0].flatMap((group) => {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) return [];
    const isAfterMore = inFull || value >= 1000 ** (group + 1);
    return [...belowThousand(part, isAfterMore), ...(group === 0 ? [] : [GROUPS[group] ?? ''])];
  });

function words(value: number): string[] {
  if (value < BILLION) return belowBillion(value, false);
  const rest = value % BILLION;
  return [...words(Math.floor(value / BILLION)), 'tỷ', ...(rest === 0 ? [] : belowBillion(rest, true))];
}

/** `Một trăm mười lăm nghìn đồng`, as vouchers write it below the figures. */
export function sayAmountInWords(amount: Dong): string {
  const text = [...(amount === 0 ? ['không'] : words(amount)), 'đồng'].join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
