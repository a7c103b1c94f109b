import { ValidateBy } from 'class-validator';
import { readUpstreams } from './upstreams.js';

export const IsUpstreams = (): PropertyDecorator =>
  ValidateBy({
    name: 'isUpstreams',
    validator: {
      validate: (value) => typeof value === 'string' && readUpstreams(value) !== undefined,
      defaultMessage: () =>
        '$property must be a list such as catalogue=http://catalogue:3000,intake=http://intake:3000, each name once and no path behind the address',
    },
  });
