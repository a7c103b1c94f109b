/** One more address of the broker, for clients that reach it by a way of their own. */
export interface ExtraListener {
  /** Capital letters only: Kafka's name of the listener. */
  readonly name: string;
  /** Where the broker listens, on 127.0.0.1. */
  readonly port: number;
  /** What it tells clients of this listener to connect to, `host:port`. */
  readonly advertised: string;
}

export interface BrokerChoice {
  /** Not one that was given by KAFKA_BROKERS: that is somebody else's, and must not be killed. */
  readonly own?: boolean;
}

export interface BrokerOptions extends BrokerChoice {
  /** Only where it is our own. */
  readonly listeners?: readonly ExtraListener[];
}

export interface OpenBroker {
  /** First addresses, as `host:port,host:port`. */
  readonly brokers: string;
  /** Says in one line which broker it is. */
  readonly line: string;
  stop(): Promise<void>;
  /** Ends it without warning. Absent where the broker is somebody else's, as is what follows. */
  kill?(): Promise<void>;
  /** Starts it again, with what it had on its disk, at the same addresses. */
  restart?(): Promise<void>;
  /** Stops its process where it stands, and lets it go on. */
  freeze?(): Promise<void>;
  thaw?(): Promise<void>;
}

/** The line that says why no broker can be had here, or nothing. */
export function whyNoBroker(choice?: BrokerChoice): Promise<string | undefined>;

/** Takes the first broker that can be had. @throws Error with the line that says why there is none */
export function openBroker(options?: BrokerOptions): Promise<OpenBroker>;

/** A port that nobody listens on. */
export function freePort(): Promise<number>;
