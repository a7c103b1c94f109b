import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { Uuid } from '@motcua/fields';
import { PageOf } from './page-of.js';

class CaseView {
  @Uuid() readonly id!: string;
}

describe('the page of a view', () => {
  it('is one class, named after the view', () => {
    expect(PageOf(CaseView).name).toBe('CasePage');
    expect(PageOf(CaseView)).toBe(PageOf(CaseView));
  });

  it('has items of that view and the cursor of the next page or null', () => {
    const faults = (page: object): string[] =>
      validateSync(plainToInstance(PageOf(CaseView), page)).map(({ property }) => property);
    expect(faults({ items: [{ id: '019aa000-0000-7000-8000-000000000001' }], next: null })).toEqual([]);
    expect(faults({ items: [{ id: '1' }], next: 'WzFd' })).toEqual(['items']);
    expect(faults({ items: [] })).toEqual(['next']);
  });
});
