import { Injectable } from '@nestjs/common';
import { type Lookup, type Person, type PersonStatus, PopulationDatabase } from './population-database.js';
import { PopulationConfig } from './population.config.js';

type Json = Readonly<Record<string, unknown>>;

const AWAY: Lookup = { outcome: 'away' };
const STATUSES: Readonly<Record<string, PersonStatus>> = { 1: 'living', 2: 'deceased', 3: 'missing' };
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** Every name of the assumed protocol is here (ADR 0033): code 0 with a person, 3 for “no such person”. */
@Injectable()
export class HttpPopulationDatabase extends PopulationDatabase {
  constructor(private readonly config: PopulationConfig) {
    super();
  }

  async find(citizenId: string): Promise<Lookup> {
    const { url, token, timeoutMs } = this.config;
    if (url === undefined) return AWAY;
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/citizens/search`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ SoDinhDanh: citizenId }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return response.ok ? lookupOf(await response.json()) : AWAY;
    } catch {
      return AWAY;
    }
  }
}

function lookupOf(envelope: unknown): Lookup {
  if (typeof envelope !== 'object' || envelope === null) return AWAY;
  const { error_code: code, result } = envelope as Json;
  if (textOf(code) === '3') return { outcome: 'unknown' };
  if (textOf(code) !== '0' || typeof result !== 'object' || result === null) return AWAY;
  const person = personOf(result as Json);
  return person ? { outcome: 'found', person } : AWAY;
}

function personOf({ HoVaTen, NgaySinh, NoiThuongTru, TrangThai }: Json): Person | undefined {
  const [fullName, status] = [textOf(HoVaTen).normalize('NFC'), STATUSES[textOf(TrangThai)]];
  if (fullName === '' || status === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(textOf(NgaySinh)) ?? [];
  return {
    fullName,
    dateOfBirth: year === undefined ? null : `${year}-${month}-${day}`,
    address: textOf(NoiThuongTru) || null,
    status,
  };
}
