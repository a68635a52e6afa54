import type { MessageBoxOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { type WatchedPage, watchPage } from '../../../electron/shell/page-watch.ts';

/** Watches a fake page; `answer` is the number of the button that the person presses, or waits for it. */
function watch(answer: (options: MessageBoxOptions) => Promise<number>): {
  readonly page: EventEmitter;
  readonly steps: string[];
  readonly asked: MessageBoxOptions[];
  readonly gone: (reason: string) => void;
} {
  const steps: string[] = [];
  const asked: MessageBoxOptions[] = [];
  const page = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: () => steps.push('ended') });
  // The fake has the members that are used and none of the hundred others.
  watchPage(page as unknown as WatchedPage, {
    ask: (options) => {
      asked.push(options);
      return answer(options);
    },
    load: () => steps.push('loaded'),
    quit: () => steps.push('quit'),
    onGone: () => steps.push('gone'),
    log: (error) => steps.push(error instanceof Error ? error.message : 'no error'),
  });
  return { page, steps, asked, gone: (reason) => page.emit('render-process-gone', {}, { reason, exitCode: 5 }) };
}

const crashed = "the page's process is gone: crashed, exit code 5";
const turn = (): Promise<void> => new Promise(setImmediate);

describe('a page whose process is gone', () => {
  it.each([
    [0, 'loaded'],
    [1, 'quit'],
  ])('is logged, and the button %i makes it %s', async (button, step) => {
    const { steps, asked, gone } = watch(() => Promise.resolve(button));
    gone('crashed');
    await vi.waitFor(() => expect(steps).toEqual(['gone', crashed, step]));
    expect(asked[0]?.message).toContain('意外中止');
    expect(asked[0]?.buttons).toEqual(['重新载入', '退出']);
  });

  it('is nothing to ask about when it ended cleanly', async () => {
    const { steps, gone } = watch(() => Promise.resolve(0));
    gone('clean-exit');
    await turn();
    expect(steps).toEqual(['gone']);
  });
});

describe('a page that does not respond', () => {
  it('is left alone when the person waits', async () => {
    const { page, steps } = watch(() => Promise.resolve(0));
    page.emit('unresponsive');
    await turn();
    expect(steps).toEqual(['the page does not respond']);
  });

  it('is ended and brought back on demand, without a second question', async () => {
    const { page, steps, asked, gone } = watch(() => Promise.resolve(1));
    page.emit('unresponsive');
    await vi.waitFor(() => expect(steps).toContain('ended'));
    gone('killed');
    await vi.waitFor(() => expect(steps.slice(-2)).toEqual(['gone', 'loaded']));
    expect(asked).toHaveLength(1);
  });

  it('is asked about once, and not any more when it responds again', async () => {
    const { page, steps, asked } = watch(
      ({ signal }) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve(2))),
    );
    page.emit('unresponsive');
    page.emit('unresponsive');
    page.emit('responsive');
    await turn();
    expect(asked).toHaveLength(1);
    expect(steps).toEqual(['the page does not respond']);
    page.emit('unresponsive');
    expect(asked).toHaveLength(2);
  });
});
