import { describe, expect, it } from '@jest/globals';
import { comparePerson } from './compare-person.js';
import type { Person } from './population-database.js';

const PERSON: Person = {
  fullName: 'Nguyễn Thị Mẫu',
  dateOfBirth: '1999-01-02',
  address: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
  status: 'living',
};

describe('an applicant beside the National Population Database (R19)', () => {
  it.each([
    ['is the same in other letters and blanks', { fullName: ' NGUYỄN  Thị Mẫu', address: null }, PERSON, []],
    [
      'is the same with letters and marks apart',
      { fullName: 'Nguyễn Thị Mẫu'.normalize('NFD'), address: null },
      PERSON,
      [],
    ],
    ['differs by a mark', { fullName: 'Nguyên Thị Mẫu', address: null }, PERSON, ['fullName']],
    ['differs by the address', { fullName: 'Nguyễn Thị Mẫu', address: 'Số 2 đường Mẫu' }, PERSON, ['address']],
    ['has no address to compare', { fullName: 'Nguyễn Thị Mẫu', address: 'Số 2' }, { ...PERSON, address: null }, []],
    ['is deceased', { fullName: 'Nguyễn Thị Mẫu', address: null }, { ...PERSON, status: 'deceased' }, ['status']],
  ] as const)('%s', (_, said, person, fields) => {
    expect(comparePerson(said, person)).toEqual(fields);
  });
});
