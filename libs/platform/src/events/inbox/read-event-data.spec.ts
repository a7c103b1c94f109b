import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { readEventData } from './read-event-data.js';

class Line {
  @IsInt() readonly amount!: number;
}

const Assessed = (() => {
  class FeeAssessed {
    static readonly type = 'fee.assessed.v1';
    static readonly topic = 'motcua.fee';
    @IsString() readonly dossierId!: string;
    @ValidateNested({ each: true }) @Type(() => Line) readonly lines!: Line[];
  }
  return FeeAssessed;
})();

describe('the data of an event', () => {
  it('becomes an instance of its contract, with fields of a later minor version', async () => {
    const data = await readEventData(Assessed, { dossierId: 'd1', lines: [{ amount: 115_000 }], addedLater: true });
    expect(data).toBeInstanceOf(Assessed);
    expect(data.lines[0]).toBeInstanceOf(Line);
    expect(data).toMatchObject({ addedLater: true });
  });

  it('is refused with every field at fault, deep ones included, and without a value', async () => {
    await expect(
      readEventData(Assessed, { dossierId: 7, lines: [{ amount: 1 }, { amount: 'secret' }] }),
    ).rejects.toThrow('data of fee.assessed.v1: /dossierId isString; /lines/1/amount isInt');
  });

  it('may be empty where the contract asks for nothing', async () => {
    class Empty {
      static readonly type = 'empty.v1';
      static readonly topic = 'motcua.empty';
    }
    await expect(readEventData(Empty, {})).resolves.toBeInstanceOf(Empty);
  });
});
