import sax from 'sax';
import { UnreadableSheet } from './unreadable-sheet.js';
import { STRICT_XML } from './xml-options.js';

/** Longer texts of cells are cut. */
export const LONGEST_CELL = 32 * 1024;

/** What is found in one document of a workbook, which comes in pieces. */
export abstract class SheetReading<Item> {
  readonly found: Item[] = [];
  private readonly parser = sax.parser(true, { ...STRICT_XML, trim: false });

  constructor() {
    this.parser.onopentag = ({ name, attributes }) =>
      this.opened(name.replace(/^.*:/, ''), attributes as Record<string, string>);
    this.parser.ontext = (text) => this.text(text);
    this.parser.onclosetag = (name) => this.closed(name.replace(/^.*:/, ''));
    this.parser.ondoctype = () => {
      throw new UnreadableSheet('a document type');
    };
    this.parser.onerror = (error) => {
      throw new UnreadableSheet(error.message);
    };
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  protected abstract opened(name: string, attributes: Readonly<Record<string, string>>): void;
  protected abstract text(text: string): void;
  protected abstract closed(name: string): void;
}
