/** Milliseconds in which further changes are gathered into one write. */
const gathering = 250;

/** Writes something in the background; of changes that come quickly only the latest state is written. */
export class LatestWrite {
  readonly #write: () => Promise<void>;
  readonly #onFailed: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #isDue = false;
  #underWay: Promise<void> = Promise.resolve();

  /** @param write writes the state of the moment in which it is called */
  constructor(write: () => Promise<void>, onFailed: (error: unknown) => void) {
    this.#write = write;
    this.#onFailed = onFailed;
  }

  /** Says that there is something new to write. */
  touch(): void {
    this.#isDue = true;
    this.#timer ??= setTimeout(() => void this.flush(), gathering).unref();
  }

  /** Writes what is due now and waits for it. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#underWay = this.#underWay.then(async () => {
      if (!this.#isDue) return;
      this.#isDue = false;
      await this.#write().catch(this.#onFailed);
    });
    return this.#underWay;
  }
}
