import { z } from 'zod';

// Compiled parsers call `new Function`, which the renderer's content security policy reports.
z.config({ jitless: true });

export { z };

/** A call across the contract: what goes in, what comes out, and one sentence on what it does. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
}

/** Declares a call so that its schemas keep their types. */
export function defineCall<Input extends z.ZodType, Output extends z.ZodType>(
  call: Call<Input, Output>,
): Call<Input, Output> {
  return call;
}
