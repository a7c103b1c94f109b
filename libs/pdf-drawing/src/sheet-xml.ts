import { VIETNAM } from '@motcua/kernel';

/** What a cell of a sheet holds; an instant is shown as the wall time in Vietnam. */
export type Cell = string | number | Temporal.Instant | null;

/** Numbers of the cell formats in {@link STYLES}. */
export const FORMATS = { plain: 0, title: 1, heading: 2, text: 3, moment: 4, number: 5 } as const;
type Format = (typeof FORMATS)[keyof typeof FORMATS];

// Control characters and lone surrogates have no place in XML, whatever an applicant has written.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

const DAY = 86_400_000;
// Spreadsheets count days from 30 December 1899, in no zone: the wall time is what they show.
const EPOCH = Date.UTC(1899, 11, 30);

function serialOf(instant: Temporal.Instant): number {
  const wall = instant.toZonedDateTimeISO(VIETNAM).toPlainDateTime();
  return (wall.toZonedDateTime('UTC').epochMilliseconds - EPOCH) / DAY;
}

export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const textCell = (at: string, text: string, format: Format): string =>
  `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

function cell(at: string, value: Cell, format: Format): string {
  if (value === null || value === '') return `<c r="${at}" s="${format}"/>`;
  if (typeof value === 'string') return textCell(at, value, format);
  const [content, style] = typeof value === 'number' ? [value, FORMATS.number] : [serialOf(value), FORMATS.moment];
  return `<c r="${at}" s="${style}"><v>${content}</v></c>`;
}

/** One row of a worksheet, numbered from 1. */
export const rowXml = (number: number, cells: readonly Cell[], format: Format = FORMATS.text): string =>
  `<row r="${number}">${cells.map((value, index) => cell(`${columnName(index)}${number}`, value, format)).join('')}</row>`;

const border = '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="3"><font><sz val="10"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font><font><b/><sz val="10"/><name val="Times New Roman"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/></border>${border}</borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${wrapped}</xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${wrapped}</xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
