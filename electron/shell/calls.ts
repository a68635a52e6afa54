import type { DeskEvent } from '../../shared/contract/bridge.ts';
import type { CallId } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/errors.ts';
import type { Environment } from '../services/environment.ts';

/** The dispatcher as the door sees it. */
export type Dispatch = (id: string, input: unknown, environment: Environment) => Promise<Result<unknown>>;

/** The calls of one window, each with its own way to be cancelled. */
export interface Calls {
  /** Runs one call; nothing about its arguments is trusted. Never rejects. */
  readonly invoke: (id: unknown, input: unknown, ticket?: unknown) => Promise<Result<unknown>>;
  /** Cancels the call with this ticket; anything else is left alone. */
  readonly cancel: (ticket: unknown) => void;
  /** Cancels whatever is under way, for a page that is gone. */
  readonly cancelAll: () => void;
  /** Resolves once nothing is under way any more. */
  readonly settled: () => Promise<void>;
}

/** What a ticket looks like. */
const ticketPattern = /^[\w-]{1,64}$/u;

/** The answer to a message that is no proper call. */
export function refuse(message: string): Result<never> {
  return { ok: false, error: { code: 'bad-usage', message, data: null } };
}

/**
 * Keeps the calls of one window apart: progress goes out under the ticket of its call, and a ticket cancels that call
 * alone. Name and input are checked by the dispatcher.
 * @param send carries an event into the page
 */
export function openCalls(dispatch: Dispatch, environment: Environment, send: (event: DeskEvent) => void): Calls {
  const underWay = new Set<{ readonly ticket: string | null; readonly controller: AbortController }>();
  const answers = new Set<Promise<unknown>>();

  async function run(id: string, input: unknown, ticket: string | null): Promise<Result<unknown>> {
    const call = { ticket, controller: new AbortController() };
    underWay.add(call);
    try {
      return await dispatch(id, input, {
        ...environment,
        signal: AbortSignal.any([environment.signal, call.controller.signal]),
        progress: (message, count) => {
          // Only a handler reports progress, and the dispatcher has found that one by this very name. To ask the
          // contract here would load every schema before the window is painted.
          const call = id as CallId;
          send({ kind: 'progress', ticket, call, message, done: count?.done ?? null, total: count?.total ?? null });
        },
      });
    } finally {
      underWay.delete(call);
    }
  }

  return {
    invoke: (id, input, ticket) => {
      if (typeof id !== 'string') return Promise.resolve(refuse('操作的名称应当是文字。'));
      const name = ticket ?? null;
      if (name !== null && (typeof name !== 'string' || !ticketPattern.test(name))) {
        return Promise.resolve(refuse('操作的编号不合规定：应当是不超过 64 个字母、数字、“-”或“_”。'));
      }
      if (name !== null && [...underWay].some((call) => call.ticket === name)) {
        return Promise.resolve(refuse('同一编号的操作还在进行，请等它结束后再试。'));
      }
      const answer = run(id, input, name);
      answers.add(answer);
      void answer.finally(() => answers.delete(answer)).catch(() => undefined);
      return answer;
    },
    cancel: (ticket) => {
      for (const call of underWay) if (call.ticket !== null && call.ticket === ticket) call.controller.abort();
    },
    cancelAll: () => {
      for (const call of underWay) call.controller.abort();
    },
    settled: async () => {
      while (answers.size > 0) await Promise.allSettled(answers);
    },
  };
}
