import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import type { Queries } from '@motcua/platform';
import type { Money } from '../persistence/money.js';

/** A dossier's money, with the agencies that may reach it: its own and all above them. */
export interface Reachable {
  readonly money: Money;
  readonly within: readonly string[];
}

/** Finds, for many dossiers at once, who may reach their money. */
@Injectable()
export class MoneyReach {
  constructor(private readonly agencies: Agencies) {}

  async of<Key>(queries: Queries, found: ReadonlyMap<Key, Money>): Promise<ReadonlyMap<Key, Reachable>> {
    const codes = [...new Set([...found.values()].flatMap(({ account }) => account.agencies))];
    const known = new Map((await this.agencies.findMany(codes, queries)).map((agency) => [agency.code, agency]));
    return new Map(
      [...found].map(([key, money]) => {
        const { agencies } = money.account;
        return [key, { money, within: [...agencies, ...agencies.flatMap((code) => known.get(code)?.ancestors ?? [])] }];
      }),
    );
  }
}
