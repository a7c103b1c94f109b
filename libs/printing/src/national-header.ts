import type { Content } from 'pdfmake';
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

const rule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 2, x2: length, y2: 2, lineWidth: 0.7 }],
  alignment: 'center',
});

/** The head of every official paper: agency and number on the left; Quốc hiệu, Tiêu ngữ, place and day on the right. */
export const nationalHeader = ({ superior, agency, number, place, at }: HeaderParts): Content => ({
  columns: [
    {
      width: '42%',
      stack: [
        ...(superior ? [{ text: superior.toUpperCase(), alignment: 'center' as const }] : []),
        { text: agency.toUpperCase(), bold: true, alignment: 'center' },
        rule(60),
        ...(number === undefined
          ? []
          : [
              {
                text: `Số: ${number}`,
                alignment: 'center' as const,
                margin: [0, 6, 0, 0] as [number, number, number, number],
              },
            ]),
      ],
      fontSize: 10,
    },
    {
      width: '*',
      stack: [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, alignment: 'center', fontSize: 10, noWrap: true },
        { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, alignment: 'center' },
        rule(150),
        { text: `${place}, ${sayDay(at)}`, italics: true, alignment: 'center', margin: [0, 6, 0, 0] },
      ],
    },
  ],
  columnGap: 8,
  margin: [0, 0, 0, 8],
});
