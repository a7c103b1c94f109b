/** Where a portal is, and as whom it is asked; codes that it knows. */
export interface PortalAccess {
  /** Base of the exchange adapter, below which `mapi/login` and `mapi/g` answer. */
  readonly url: string;
  readonly destination: string;
  readonly username: string;
  readonly password: string;
  readonly unit: string;
  /** Of the records that are sent: what the portal's own lists have. */
  readonly procedure: string;
  readonly field: string;
  readonly agency: string;
  readonly timeoutMs: number;
}

type Json = Readonly<Record<string, unknown>>;

export interface Heard {
  readonly status: number;
  /** `error_code` as a text; empty where there is none. */
  readonly code: string;
  readonly message: string;
  readonly result: unknown;
  readonly body: Json;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Also where it comes as a text of JSON; a session in digits may be longer than numbers are exact. */
function parse(text: string): unknown {
  const inner: unknown = JSON.parse(text.replaceAll(/("session"\s*:\s*)(\d+)/g, '$1"$2"'));
  return typeof inner === 'string' ? parse(inner) : inner;
}

/** In the charset that it names; UTF-8, as JSON is, where it names none that is known. */
async function textOfAnswer(response: Response): Promise<string> {
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([\w-]+)/i.exec(response.headers.get('content-type') ?? '') ?? [];
  const content = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}

/** The portal, asked by the protocol and nothing else. */
export class PortalUnderTest {
  private session = '';

  constructor(readonly access: PortalAccess) {}

  async logIn(password = this.access.password): Promise<Heard> {
    const heard = await this.post('login', { username: this.access.username, password });
    if (isSuccess(heard)) this.session = sessionIn(heard);
    return heard;
  }

  call(service: string, more: Json, session = this.session): Promise<Heard> {
    return this.post('g', { session, madonvi: this.access.unit, service, ...more });
  }

  send(record: Json, isUpdating: 'True' | 'False'): Promise<Heard> {
    return this.call('DongBoHoSoMC', { isUpdating, data: [record] });
  }

  /** What it holds of a code; null where it says that it holds nothing. */
  async find(code: string): Promise<Json | null> {
    const heard = await this.call('TraCuuHoSo', { mahoso: code });
    // Of a look-up 3 says one thing, in whatever words.
    if (IS_THREE.test(heard.code)) return null;
    if (!isSuccess(heard)) throw new Error(`TraCuuHoSo answers ${said(heard)}`);
    return listIn(heard.result).find((one) => textOf(one['MaHoSo']) === code) ?? null;
  }

  private async post(path: 'login' | 'g', body: Json): Promise<Heard> {
    const { url, destination, timeoutMs } = this.access;
    const response = await fetch(`${url.replace(/\/+$/, '')}/mapi/${path}`, {
      method: 'POST',
      headers: { dstcode: destination, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await textOfAnswer(response);
    let parsed: unknown;
    try {
      parsed = parse(text);
    } catch {
      // A session that is gone may be said by the status alone.
      if (response.status !== 401)
        throw new Error(`${path} answers HTTP ${response.status} without JSON: ${text.slice(0, 80)}`);
    }
    const envelope = isObject(parsed) ? parsed : {};
    const { error_code, message, result } = envelope;
    return {
      status: response.status,
      code: textOf(error_code),
      message: textOf(message).normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' '),
      result,
      body: envelope,
    };
  }
}

export const said = ({ status, code, message }: Heard): string =>
  `HTTP ${status}, error_code ${code === '' ? '–' : code}${message === '' ? '' : `, “${message}”`}`;
export const isSuccess = ({ status, code }: Heard): boolean => status < 300 && (code === '0' || code === '00');

// As the adapter judges: zeros before a number, and words without marks, are no difference.
const IS_THREE = /^-?0*3$/;
const withoutMarks = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
export const saysExists = ({ code, message }: Heard): boolean =>
  IS_THREE.test(code) && withoutMarks(message).includes('da ton tai');
export const saysMissing = ({ code, message }: Heard): boolean =>
  IS_THREE.test(code) && withoutMarks(message).includes('khong ton tai');
/** A version (phiên bản) is none; nor is a bother (phiền), where the words have their marks. */
export const saysSessionGone = ({ status, code, message }: Heard): boolean =>
  status === 401 ||
  (/^(-0*1|0*401)$/.test(code) &&
    (/session|phiên(?! bản)/.test(message) || (message === withoutMarks(message) && /phien(?! ban)/.test(message))));

/** Beside the code, or inside what the login gave; empty where there is none. */
export const sessionIn = ({ body, result }: Heard): string =>
  [body, ...listIn(result), ...listIn(body['data'])].map(({ session }) => textOf(session)).find((one) => one !== '') ??
  '';

/** Rows of a result, in the shapes that the adapter reads: a list, an object around one or alone, a text of either. */
export function listIn(result: unknown): readonly Json[] {
  if (typeof result === 'string' && /^\s*[[{]/.test(result)) return listIn(JSON.parse(result));
  if (Array.isArray(result)) return result.filter(isObject);
  if (!isObject(result)) return [];
  const { data } = result;
  return typeof data === 'object' && data !== null ? listIn(data) : [result];
}

const written = (value: unknown): string => textOf(value).normalize('NFC').replaceAll('\r\n', '\n');

/** Absent, null and nothing in it are one; so are a list of one and the one, a number and its digits, letters composed or not. */
function isSaid(sent: unknown, held: unknown): boolean {
  if (Array.isArray(sent)) {
    const all: unknown[] = Array.isArray(held)
      ? held
      : held === undefined || held === null || held === ''
        ? []
        : [held];
    return all.length === sent.length && sent.every((one) => all.some((other) => isSaid(one, other)));
  }
  if (isObject(sent)) return isObject(held) && Object.entries(sent).every(([name, value]) => isSaid(value, held[name]));
  return written(sent) === written(held);
}

/** Fields that came back otherwise than they were sent. */
export const differing = (sent: Json, held: Json): string[] =>
  Object.keys(sent).filter((name) => !isSaid(sent[name], held[name]));
