import { UnknownOption } from '@motcua/terminal';

export const DEMO_USAGE = `npm run demo [-- options]

Plays one dossier from the simulated national portal (or from a draft, where it is handed in at a counter) to its returned
result, over HTTP, and leaves its papers as PDF files.

  --procedure CODE  plays another procedure that is in force (1.001686 when absent)
  --story troubles  plays what goes wrong in an office and how it is mended: a typo, a wrong
                    acceptance, a hand-over recalled, a supplement in parts, a late fee, an apology, a result replaced,
                    an agency merged, a bag returned
  --story money     plays how money comes that does not come at once: in parts, too much, late, given back by two persons, in a
                    drawer that is opened, counted and closed
  --server URL      plays it on a development system that runs there already, such as docker compose's
  --month           lets a commune work for a whole month instead, in seconds by the story clock, prints its report (form II.06,
                    Decision 766), and holds it against a naive count and against the archived events
  --kafka           plays it with each service as a process of its own, on a Kafka broker: that of KAFKA_BROKERS, else a
                    container, else Apache Kafka on this machine's Java
  --exit            stops at the end instead of staying up
  --help            says this

PORT and MOTCUA_DATA_DIR work as for npm start. Without MOTCUA_DATA_DIR each run begins with a new, empty folder.
`;

/** `life`: one dossier as it should go; `troubles`: one that does not; `money`: one that is paid in many ways. */
export const STORIES = ['life', 'troubles', 'money'] as const;
export type Story = (typeof STORIES)[number];

export interface DemoOptions {
  readonly procedure: string;
  /** Address of a running system; none is started then. */
  readonly server?: string;
  readonly story: Story;
  readonly kafka: boolean;
  readonly month: boolean;
  readonly exit: boolean;
  readonly help: boolean;
}

export const SCENARIO_PROCEDURE = '1.001686';

/** @throws UnknownOption naming the option that is wrong */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  let options: DemoOptions = {
    procedure: SCENARIO_PROCEDURE,
    story: 'life',
    kafka: false,
    month: false,
    exit: false,
    help: false,
  };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, attached] = arg.split('=', 2);
    if (name === '--exit' && attached === undefined) options = { ...options, exit: true };
    else if (name === '--month' && attached === undefined) options = { ...options, month: true };
    else if (name === '--kafka' && attached === undefined) options = { ...options, kafka: true };
    else if ((name === '--help' || name === '-h') && attached === undefined) options = { ...options, help: true };
    else if (name === '--procedure') {
      const procedure = attached ?? rest.shift();
      if (procedure === undefined || !/^[\w.]{1,60}$/.test(procedure))
        throw new UnknownOption('--procedure needs the code of a procedure, such as 1.001686');
      options = { ...options, procedure };
    } else if (name === '--story') {
      const told = attached ?? rest.shift();
      const story = STORIES.find((one) => one === told);
      if (story === undefined) throw new UnknownOption(`--story needs one of ${STORIES.join(', ')}`);
      options = { ...options, story };
    } else if (name === '--server') {
      const server = attached ?? rest.shift() ?? '';
      if (!/^https?:\/\//.test(server) || !URL.canParse(server))
        throw new UnknownOption('--server needs the address of a running system, such as http://localhost:3000');
      options = { ...options, server: server.replace(/\/+$/, '') };
    } else throw new UnknownOption(`there is no option ${arg}`);
  }
  if (options.kafka && options.server !== undefined)
    throw new UnknownOption('--kafka starts a system, and --server plays on one that runs already: give one of them');
  if (options.story === 'troubles' && options.server !== undefined)
    throw new UnknownOption(
      '--story troubles merges an agency away: it plays on a system of its own, without --server',
    );
  if (options.story !== 'life' && options.procedure !== SCENARIO_PROCEDURE)
    throw new UnknownOption(`--story ${options.story} is about ${SCENARIO_PROCEDURE}: leave --procedure out`);
  if (options.month && (options.kafka || options.server !== undefined))
    throw new UnknownOption('--month plays on one machine: leave out --kafka and --server');
  return options;
}
