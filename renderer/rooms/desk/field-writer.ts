/** How long a pause in typing makes what follows a step of undo of its own, in milliseconds. */
const pause = 2000;
/** How long after the last letter a field is written, in milliseconds. */
const delay = 40;

/** Writes what was typed; the group says which letters are one step of undo. */
export type WriteField = (text: string, group: string) => void;

/** Hands what is typed into one field over shortly after each letter, and says which letters belong together. */
export class FieldWriter {
  readonly #name: string;
  #steps = 0;
  #lastAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { readonly text: string; readonly write: WriteField } | null = null;

  /** @param name tells this field from every other, also from itself at another time */
  constructor(name: string) {
    this.#name = name;
  }

  /** Takes the field's text after a letter. */
  put(text: string, write: WriteField, now: number): void {
    if (now - this.#lastAt > pause) this.#steps += 1;
    this.#lastAt = now;
    this.#waiting = { text, write };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  /** Writes at once what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.write(waiting.text, `${this.#name}:${this.#steps}`);
  }

  /** Writes what waits; what is typed from now on is a step of its own. */
  rest(): void {
    this.flush();
    this.#lastAt = 0;
  }
}
