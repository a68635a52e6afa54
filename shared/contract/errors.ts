/**
 * Every expected failure has one of these codes. The code is for logs and programs, the Chinese message beside it is
 * for the person: what happened to which thing, and what to do next.
 */
export const errorCodes = [
  'bad-usage',
  'bad-input',
  'not-found',
  'not-readable',
  'unsupported-format',
  'damaged-file',
  'encrypted-file',
  'limit-exceeded',
  'parser-failed',
  'copy-failed',
  'no-text',
  'rule-pack-invalid',
  'law-pack-invalid',
  'decisions-invalid',
  'gate-refused',
  'missing-glyph',
  'font-unusable',
  'certificate-unusable',
  'wrong-password',
  'output-failed',
  'case-held',
  'case-not-open',
  'case-read-only',
  'case-issued',
  'case-closed',
  'nothing-to-undo',
  'journal-broken',
  'cancelled',
  'internal',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What else is known about a failure, as plain JSON values. */
export type ErrorData = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** An expected failure: a code for programs and one clear Chinese sentence for the person. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly data: ErrorData | null;

  /**
   * @param code which failure
   * @param message Chinese: what happened to which thing, and what to do next
   * @param options the underlying error and machine-readable details
   */
  constructor(code: ErrorCode, message: string, options: { cause?: unknown; data?: ErrorData } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.data = options.data ?? null;
  }
}

/** A failure as it travels across the contract. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly data: ErrorData | null;
}

/** What every call answers: the value, or the failure. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** Marks a branch that the types rule out. @throws Error when it is reached after all, which is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
