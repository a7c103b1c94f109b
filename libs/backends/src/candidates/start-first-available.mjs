// A test run takes its PostgreSQL and its Kafka, and a demonstration its Kafka, from the first candidate that holds. Plain JavaScript without workspace imports,
// so that Jest's global set-up and the launcher load it as it stands.

/**
 * @typedef {object} Candidate
 * @property {string} name what the line says when it is taken
 * @property {() => Promise<string | undefined>} whyNot prepares it; the reason why it cannot be used here, or nothing
 * @property {(options: object) => Promise<{ stop(): Promise<void> }>} start
 * @property {boolean} [given] asked for by a setting: a fault there is no reason to take another one
 */

/** Starts the first candidate that holds. `found` is absent where none does; `line` says in one line which it is, and why. */
export async function startFirstAvailable(what, candidates, options = {}) {
  const reasons = [];
  for (const candidate of candidates) {
    const reason = await candidate.whyNot();
    if (reason !== undefined) {
      reasons.push(reason);
      continue;
    }
    try {
      return {
        found: await candidate.start(options),
        line: lineOf(what, candidate.name, candidate.given ? [] : reasons),
      };
    } catch (error) {
      if (candidate.given) throw error;
      reasons.push(`${candidate.name} did not start: ${shortly(error)}`);
    }
  }
  return { line: lineOf(what, 'none', reasons) };
}

/** The first candidate that could be used, without starting it; or the line that says why there is none. */
export async function firstUsable(what, candidates) {
  const reasons = [];
  for (const candidate of candidates) {
    const reason = await candidate.whyNot();
    if (reason === undefined) return { candidate };
    reasons.push(reason);
  }
  return { line: lineOf(what, 'none', reasons) };
}

export const shortly = (error) =>
  String(error?.stderr || error?.message || error)
    .trim()
    .split('\n')[0]
    .slice(0, 200);

const lineOf = (what, name, reasons) => `${what}: ${name}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
