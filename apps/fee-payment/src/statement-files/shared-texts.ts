import { LONGEST_CELL, SheetReading } from './sheet-reading.js';

/** The texts that cells refer to by number. What is only read aloud beside a text is none of it. */
export class SharedTexts extends SheetReading<string> {
  private current = '';
  private isText = false;
  private isPhonetic = false;

  protected opened(name: string): void {
    if (name === 'si') this.current = '';
    if (name === 'rPh') this.isPhonetic = true;
    this.isText = name === 't' && !this.isPhonetic;
  }

  protected text(text: string): void {
    if (this.isText) this.current = (this.current + text).slice(0, LONGEST_CELL);
  }

  protected closed(name: string): void {
    if (name === 't') this.isText = false;
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 'si') this.found.push(this.current);
  }
}
