import { planTopics } from './topic-plan.js';

const CONFIG = { partitions: 6, replicationFactor: 3, retentionDays: 14 };

describe('the plan of the topics', () => {
  it('has one topic for the contracts that share it, kept for the configured days', () => {
    const plan = planTopics(
      [{ topic: 'motcua.dossier' }, { topic: 'motcua.case' }, { topic: 'motcua.dossier' }],
      CONFIG,
    );
    expect(plan.map(({ topic }) => topic)).toEqual(['motcua.case', 'motcua.dossier']);
    expect(plan[0]).toEqual({
      topic: 'motcua.case',
      partitions: 6,
      replicationFactor: 3,
      settings: {
        'cleanup.policy': 'delete',
        'retention.ms': '1209600000',
        'max.message.bytes': '4194304',
        'min.insync.replicas': '2',
      },
    });
  });

  it('keeps of each applicant the newest event only, for ever', () => {
    const [plan] = planTopics([{ topic: 'motcua.applicant', snapshot: true }], CONFIG);
    expect(plan?.settings).toEqual({
      'cleanup.policy': 'compact',
      'max.compaction.lag.ms': '86400000',
      'min.cleanable.dirty.ratio': '0.1',
      'segment.ms': '86400000',
      'max.message.bytes': '4194304',
      'min.insync.replicas': '2',
    });
  });

  it('refuses to compact events that say only what changed', () => {
    expect(() => planTopics([{ topic: 'motcua.applicant' }], CONFIG)).toThrow('must be a snapshot');
  });

  it('asks for one copy where there is one broker', () => {
    const [plan] = planTopics([{ topic: 'motcua.case' }], { ...CONFIG, replicationFactor: 1 });
    expect(plan?.settings['min.insync.replicas']).toBe('1');
  });
});
