import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ALL_CONTRACTS, type Contract, jsonSchemaOf, sampleOf, shapesWithin } from './index.js';

type Json = Record<string, unknown>;

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);

function schemaOf(contract: Contract): Json {
  const shapes = [...shapesWithin(contract)].map((shape) => [shape.name, jsonSchemaOf(shape, undefined)]);
  return { ...jsonSchemaOf(contract, undefined), components: { schemas: Object.fromEntries(shapes) as Json } };
}
ajv.addKeyword('components');

const tookBy = (contract: Contract, data: object): boolean =>
  validateSync(plainToInstance(contract, data), { forbidUnknownValues: true }).length === 0;

describe.each(ALL_CONTRACTS.map((contract) => [contract.type, contract] as const))(
  'the schema of %s',
  (_, contract) => {
    const fits = ajv.compile(schemaOf(contract));
    const sample = sampleOf(contract) as Json;

    it('takes its sample, also with a field that comes later', () => {
      expect([fits(sample), fits.errors]).toEqual([true, null]);
      expect(fits({ ...sample, addedLater: 1 })).toBe(true);
    });

    it('says of each field what the validator says: absent, null, a text, a number, a list, an object', () => {
      const disagreeing = Object.keys(sample).flatMap((field) => {
        const { [field]: __, ...without } = sample;
        const others = [null, 'x', ' ', 1.5, -1, true, [], {}].map((value) => ({ ...sample, [field]: value }));
        return [without, ...others]
          .filter((data) => fits(data) !== tookBy(contract, data))
          .map((data) => `${field} = ${JSON.stringify(data[field])}`);
      });
      expect(disagreeing).toEqual([]);
    });
  },
);
