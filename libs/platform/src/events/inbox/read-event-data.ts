import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { EventContract } from '../wire/envelope.js';
import { describedReader } from './described-reader.js';
import { InvalidEventData } from './invalid-event-data.js';

/**
 * An instance of the contract with validated fields. Unknown fields are held: a version may gain fields at any time.
 * Events come from services of ours and are nearly always as described: only what is not goes through the validator.
 * @throws InvalidEventData
 */
export async function readEventData<Data extends object>(contract: EventContract<Data>, data: object): Promise<Data> {
  const read = describedReader(contract)(data);
  if (read) return read as Data;
  const instance = plainToInstance(contract, data);
  const errors = await validate(instance, { forbidUnknownValues: false });
  if (errors.length > 0)
    throw new InvalidEventData(
      contract.type,
      errors.flatMap((error) => faultsOf(error)),
    );
  return instance;
}

function faultsOf({ property, constraints, children }: ValidationError, parent = ''): string[] {
  const pointer = `${parent}/${property}`;
  return [
    ...Object.keys(constraints ?? {}).map((rule) => `${pointer} ${rule}`),
    ...(children ?? []).flatMap((child) => faultsOf(child, pointer)),
  ];
}
