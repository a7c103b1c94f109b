// Bugs that others have had, each as a change of one or two places, and the sentence that must turn red because of it.
// `find` must be there exactly once: a patch that no longer applies is a failure (tools/mutants/mutants.spec.ts). With
// `chaos` a short seeded run of it must fail as well.
import { COMMAND_MUTANTS } from './command-mutants.mjs';
import { DATE_MUTANTS } from './date-mutants.mjs';

const events = 'libs/platform/src/events';
const LOCAL = { project: 'postgres', spec: `${events}/local/local-transport.pg.spec.ts` };
const COMMANDS = { project: 'postgres', spec: 'libs/platform/src/http/commands.e2e.spec.ts' };
const PUBLISHER = { project: 'kafka', spec: `${events}/kafka/kafka-publisher.kafka.spec.ts` };
const STRATEGY = { project: 'kafka', spec: `${events}/kafka/kafka-strategy.kafka.spec.ts` };

export const MUTANTS = [
  {
    name: 'relay by id cursor',
    patches: [
      {
        file: `${events}/outbox/outbox-rows.ts`,
        find: 'WHERE published_at IS NULL AND id <> ALL',
        replace: 'WHERE id > coalesce((SELECT max(id) FROM outbox WHERE published_at IS NOT NULL), 0) AND id <> ALL',
      },
    ],
    found: [{ ...LOCAL, sentence: 'does not skip an event with a lower id that commits later' }],
  },
  {
    name: 'commit before apply',
    patches: [
      {
        file: `${events}/kafka/batch-work.ts`,
        find: 'if (!(await this.apply(payload, chunk))) return;\n        await this.settle(payload, chunk.at(-1)!);',
        replace: 'await this.settle(payload, chunk.at(-1)!);\n        if (!(await this.apply(payload, chunk))) return;',
      },
    ],
    found: [{ ...STRATEGY, sentence: 'commits a chunk only when all of it is durably applied' }],
  },
  {
    name: 'no inbox',
    patches: [
      {
        file: `${events}/inbox/inbox-position.ts`,
        find: "if (sequence <= last) return 'ignore';\n",
        replace: "if (sequence <= last) return 'apply';\n",
      },
    ],
    found: [{ ...LOCAL, sentence: 'ignores an event that comes again' }],
    chaos: true,
  },
  {
    name: 'inbox outside the transaction',
    patches: [
      {
        file: `${events}/inbox/batch-transaction.ts`,
        find: 'await lockPositions(tx, batches)',
        replace: 'await this.unitOfWork.run((own) => lockPositions(own, batches))',
      },
      {
        file: `${events}/inbox/batch-transaction.ts`,
        find: 'rememberAllApplied(tx, applied)',
        replace: 'this.unitOfWork.run((own) => rememberAllApplied(own, applied))',
      },
      {
        file: `${events}/inbox/event-application.ts`,
        find: 'const { last, held } = await lockPosition(tx, event);',
        replace: 'const { last, held } = await this.unitOfWork.run((own) => lockPosition(own, event));',
      },
      {
        file: `${events}/inbox/event-application.ts`,
        find: 'followers: await rememberApplied(tx, event)',
        replace: 'followers: await this.unitOfWork.run((own) => rememberApplied(own, event))',
      },
    ],
    found: [
      { ...LOCAL, sentence: 'does not take an event for applied when what its handler published cannot be recorded' },
    ],
  },
  {
    name: 'outbox outside the transaction',
    patches: [
      {
        file: 'libs/platform/src/database/unit-of-work.ts',
        find: 'const { written } = await flush({ query }',
        replace: "await query('COMMIT AND CHAIN');\n      const { written } = await flush({ query }",
      },
    ],
    found: [{ ...COMMANDS, sentence: 'leaves no state behind whose event cannot be recorded' }],
  },
  {
    name: 'no fencing',
    patches: [
      {
        file: `${events}/outbox/outbox-rows.ts`,
        find: ' AND EXISTS (SELECT FROM lease)',
        replace: ' AND $2::bigint IS NOT NULL',
      },
    ],
    found: [{ ...LOCAL, sentence: 'advances nothing when it has lost its lease while it published' }],
  },
  {
    name: 'swallowed handler error',
    patches: [
      {
        file: `${events}/inbox/event-round.ts`,
        find: 'return { error, clean: ',
        replace: 'return undefined ?? { error: undefined, clean: ',
      },
    ],
    found: [{ ...LOCAL, sentence: 'parks an event whose handler throws a TypeError after the limit of attempts' }],
  },
  {
    name: 'producer not renewed',
    patches: [
      {
        file: `${events}/kafka/kafka-publisher.ts`,
        find: '    } catch (error) {\n      await this.discard();\n      throw error;',
        replace: '    } catch (error) {\n      throw error;',
      },
    ],
    found: [{ ...PUBLISHER, sentence: 'does not take a batch for a duplicate of one that the broker took' }],
  },
  {
    name: 'a gap is skipped',
    patches: [
      {
        file: `${events}/inbox/inbox-position.ts`,
        find: "return sequence === last + 1 || snapshot ? 'apply' : 'queue';",
        replace: "return snapshot || sequence > last ? 'apply' : 'queue';",
      },
    ],
    found: [{ ...LOCAL, sentence: 'parks a key on a gap' }],
  },
  {
    name: 'lease taken for granted after a slow read',
    patches: [
      {
        file: `${events}/outbox/outbox-relay.ts`,
        find: 'if (!this.lease.isValid() || (await this.lease.hold()) === undefined) throw new LeaseLost();\n',
        replace: '',
      },
    ],
    found: [{ ...LOCAL, sentence: 'publishes nothing when it has lost its lease while it read' }],
  },
  {
    name: 'money beyond what is owed is used',
    patches: [
      {
        file: 'libs/fee-domain/src/order/decide-confirmation.ts',
        find: 'const used = Math.min(came, owed);',
        replace: 'const used = came;',
      },
    ],
    found: [
      {
        ...{ project: 'pure', spec: 'libs/fee-domain/src/order/order.spec.ts' },
        sentence: 'of more than is owed settles it, and lists the rest for refund',
      },
    ],
  },
  ...COMMAND_MUTANTS,
  ...DATE_MUTANTS,
];
