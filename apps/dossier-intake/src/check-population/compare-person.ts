import type { Person } from './population-database.js';

/** What an applicant is said to be. */
interface Said {
  readonly fullName: string;
  readonly address: string | null;
}

type ComparedField = 'fullName' | 'address' | 'status';

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[\s.,;]+/g, ' ')
    .trim();

/**
 * What of an applicant is otherwise than the state holds it. An address that was not given differs from nothing; nobody who is
 * deceased or missing applies. @rule R19
 */
export const comparePerson = (said: Said, { fullName, address, status }: Person): ComparedField[] => [
  ...(same(said.fullName, fullName) ? [] : (['fullName'] as const)),
  ...(said.address === null || address === null || same(said.address, address) ? [] : (['address'] as const)),
  ...(status === 'living' ? [] : (['status'] as const)),
];
