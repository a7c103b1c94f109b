import type { Block, Paper, TextStyle } from './paper.js';
import { sayDay } from './wording.js';

interface HeaderParts {
  /** Name of the agency above, such as `UBND tỉnh Quảng Ngãi`; absent where there is none. */
  readonly superior?: string | null;
  readonly agency: string;
  /** Number of the paper, after `Số:`. */
  readonly number?: string;
  /** Where it is signed: the province's name. */
  readonly place: string;
  readonly at: Temporal.Instant;
}

const LEFT = 0.41;
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const column = (paper: Paper, x: number, width: number) => ({
  say: (text: string, style: TextStyle): void => paper.text(text, { ...style, x, width, align: 'center' }),
  /** Below the last line, in the middle; it touches no letter. */
  rule: (length: number): void => {
    paper.rule(x + (width - length) / 2, length, paper.y + 3);
    paper.y += 9;
  },
  /** Length of the longest line of a text. */
  longest: (text: string, style: TextStyle): number => {
    paper.font(style);
    const lines = paper.lines(text, paper.balanced(text, width));
    return Math.max(...lines.map((line) => paper.document.widthOfString(line)));
  },
});

/** The head of every official paper: agency and number on the left; Quốc hiệu, Tiêu ngữ, place and day on the right. */
export const nationalHeader =
  ({ superior, agency, number, place, at }: HeaderParts): Block =>
  (paper) => {
    const top = paper.y;
    const width = paper.width * LEFT;
    const left = column(paper, paper.left, width - 8);
    if (superior) left.say(superior.toUpperCase(), { size: 12 });
    const [name, style] = [agency.toUpperCase(), { style: 'bold', size: 12 } as const];
    left.say(name, style);
    // From a third to half of the line.
    left.rule(left.longest(name, style) * 0.4);
    if (number !== undefined) left.say(`Số: ${number}`, { size: 13 });
    const end = paper.y;
    paper.y = top;
    const right = column(paper, paper.left + width, paper.width - width);
    right.say(STATE, { style: 'bold', size: 12 });
    right.say(MOTTO, { style: 'bold', size: 13 });
    paper.font({ style: 'bold', size: 13 });
    right.rule(paper.document.widthOfString(MOTTO));
    right.say(`${place}, ${sayDay(at)}`, { style: 'italics', size: 13 });
    paper.y = Math.max(end, paper.y) + 14;
  };
