import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { KafkaProbe } from './kafka-probe.js';

/** A cluster whose broker hangs: it says after some time that it is away. */
function hanging(answerMs: number) {
  let asked = 0;
  const admin = {
    connect: async () => {
      asked += 1;
      await pause(answerMs);
      throw new Error('the broker does not answer');
    },
    disconnect: async () => undefined,
  } as unknown as Admin;
  return { kafka: { admin: () => admin } as unknown as Kafka, asked: () => asked };
}

describe('what is asked of the cluster', () => {
  it('is asked once for all who want to know it at the same time, however long the broker hangs', async () => {
    const { kafka, asked } = hanging(20);
    const probe = new KafkaProbe(kafka, 10_000);
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => probe.check()));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 'rejected'));
    expect(asked()).toBe(1);
    await expect(probe.check()).rejects.toThrow('the broker does not answer');
    expect(asked()).toBe(1);
  });

  it('is asked again when the answer has grown old, and other questions have answers of their own', async () => {
    const { kafka, asked } = hanging(1);
    const probe = new KafkaProbe(kafka, 10);
    await expect(probe.check()).rejects.toThrow();
    await expect(probe.lag('intake', ['motcua.dossier'])).rejects.toThrow();
    expect(asked()).toBe(2);
    await pause(50);
    await expect(probe.check()).rejects.toThrow();
    expect(asked()).toBe(3);
  });
});
