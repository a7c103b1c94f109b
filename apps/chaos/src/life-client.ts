import type { Sending, ScenarioAnswer, ScenarioClient } from '@motcua/scenario';
import type { ChaosRecord, Life } from './record.js';
import { TimeIsUp } from './time-is-up.js';

const STALE = 412;

/** Speaks for one dossier's people, and writes down what they were told. */
export class LifeClient {
  private commands = 0;

  constructor(
    private readonly client: ScenarioClient,
    private readonly record: ChaosRecord,
    readonly life: Life,
    private readonly run: string,
    private readonly isOver: () => boolean,
  ) {}

  /** @throws TimeIsUp */
  goesOn(): void {
    if (this.isOver()) throw new TimeIsUp();
  }

  get(persona: string | null, path: string, headers: Readonly<Record<string, string>> = {}): Promise<ScenarioAnswer> {
    return this.client.get(persona, path, headers);
  }

  /** One command with a key of its own, sent until it is answered. */
  async command(kind: string, persona: string | null, path: string, sending: Sending = {}): Promise<ScenarioAnswer> {
    this.goesOn();
    this.commands += 1;
    const key = `${this.run}-${this.life.number}-${this.commands}`;
    const headers = { 'idempotency-key': key, ...sending.headers };
    const answer = await this.client.post(persona, path, { ...sending, headers });
    this.record.tell({
      life: this.life.number,
      kind,
      dossierId: this.life.dossierId,
      status: answer.status,
      persona,
      path,
      key,
      body: answer.body,
      etag: answer.etag,
      sent: { json: sending.json, seen: sending.seen },
    });
    return answer;
  }

  /** A command upon what was last seen; seen anew when somebody was faster. */
  async act(
    kind: string,
    persona: string,
    path: string,
    seen: () => Promise<string>,
    json?: object,
  ): Promise<ScenarioAnswer> {
    for (;;) {
      const answer = await this.command(kind, persona, path, { seen: await seen(), ...(json && { json }) });
      if (answer.status !== STALE) return answer;
    }
  }

  /** Two officers at once upon the same version: one of them wins, or neither where a third was faster. */
  async race(
    kind: string,
    persona: string,
    path: string,
    seen: () => Promise<string>,
    json?: object,
  ): Promise<ScenarioAnswer> {
    const sending = { seen: await seen(), ...(json && { json }) };
    const answers = await Promise.all([
      this.command(kind, persona, path, sending),
      this.command(kind, persona, path, sending),
    ]);
    const won = answers.filter(({ status }) => status < 300);
    if (won.length > 1) this.record.count('surprises', `both won: ${kind}`);
    return (
      won[0] ??
      (answers.every(({ status }) => status === STALE) ? this.act(kind, persona, path, seen, json) : answers[0])
    );
  }
}
