import { QueryFailedError } from 'typeorm';
import { failureKind } from './failure-kind.js';
import { NotYetKnown } from './not-yet-known.js';

const coded = (code: string): Error => Object.assign(new Error('from PostgreSQL'), { code });

describe('the kind of a failure', () => {
  it.each([
    ['the connection was lost', coded('08006')],
    ['the server shuts down', coded('57P01')],
    ['the server starts', coded('57P03')],
    ['there are too many connections', coded('53300')],
    ['the disk is full', coded('53100')],
    ['a serialisation failure', coded('40001')],
    ['a deadlock', coded('40P01')],
    ['a refused connection', coded('ECONNREFUSED')],
    ['a reset connection', coded('ECONNRESET')],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a connection that ended in mid-query', new Error('Connection terminated unexpectedly')],
    ['the same, wrapped by TypeORM', new QueryFailedError('SELECT 1', [], coded('57P01'))],
    ['the same, as a cause', new Error('could not store the case', { cause: coded('08006') })],
  ])('is transient for %s', (_, error) => {
    expect(failureKind(error)).toBe('transient');
  });

  it('is waiting for what is not yet known', () => {
    expect(failureKind(new NotYetKnown('procedure 1.001686 version 3'))).toBe('waiting');
  });

  it.each([
    ['a mistake of the programmer', new TypeError('x is not a function')],
    ['a broken constraint', coded('23505')],
    ['a failed transaction', coded('25P02')],
    ['a statement that takes too long, as it would again', coded('57014')],
    ['the same, wrapped by TypeORM', new QueryFailedError('SELECT 1', [], coded('57014'))],
    ['a handler that lets its transaction idle', coded('25P03')],
    ['something that is not even an error', 'oops'],
    ['nothing at all', undefined],
  ])('is poison for %s', (_, error) => {
    expect(failureKind(error)).toBe('poison');
  });
});
