/** A person, in the words of the register. */
export interface Registered {
  readonly HoVaTen: string;
  /** `yyyyMMdd`. */
  readonly NgaySinh: string;
  readonly NoiThuongTru: string;
  /** 1 living, 2 deceased, 3 missing. */
  readonly TrangThai: string;
}

/** How the register misbehaves from now on. */
interface RegisterFaults {
  readonly delayMs?: number;
  /** Connections are closed at once. */
  readonly away?: boolean;
  /** Answers are pages for people. */
  readonly html?: boolean;
}

/** A simulated National Population Database: who it knows, and how it answers. It keeps nothing of who asked. */
export class PopulationRegister {
  faults: RegisterFaults = {};
  asked = 0;
  private readonly people: Map<string, Registered>;

  constructor(people: Readonly<Record<string, Registered>> = {}) {
    this.people = new Map(Object.entries(people));
  }

  register(citizenId: string, person: Registered): void {
    this.people.set(citizenId, person);
  }

  find(citizenId: string): Registered | undefined {
    this.asked += 1;
    return this.people.get(citizenId);
  }
}
