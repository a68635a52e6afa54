import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { closeGently } from '../../../electron/shell/closing.ts';

/** Closes a fake window over calls that end when `settle` is called, and notes what happens in order. */
function open(save: () => Promise<void> = () => Promise.resolve()): {
  readonly close: () => boolean;
  readonly settle: () => void;
  readonly steps: unknown[];
} {
  const steps: unknown[] = [];
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const window = Object.assign(new EventEmitter(), { destroy: () => steps.push('destroyed') });
  closeGently(
    window,
    {
      tell: () => steps.push('told'),
      settled: () => settled,
      cancelAll: () => steps.push('cancelled'),
      leave: () => Promise.resolve(void steps.push('left')),
      save,
      log: (error) => steps.push(error),
    },
    { page: 5, calls: 20 },
  );
  return {
    close: () => {
      let isPrevented = false;
      window.emit('close', { preventDefault: () => (isPrevented = true) });
      return isPrevented;
    },
    settle: () => settle(),
    steps,
  };
}

describe('closing the window', () => {
  it('tells the page once and waits for what is under way', async () => {
    const door = open();
    expect(door.close()).toBe(true);
    expect(door.close()).toBe(true);
    expect(door.steps).toEqual(['told']);
    door.settle();
    await vi.waitFor(() => expect(door.steps).toEqual(['told', 'cancelled', 'left', 'destroyed']));
  });

  it('cancels what does not end, and closes even if that does not end either', async () => {
    const door = open();
    door.close();
    await vi.waitFor(() => expect(door.steps).toEqual(['told', 'cancelled', 'left', 'destroyed']));
  });

  it('logs what went wrong and closes all the same', async () => {
    const failure = new Error('no space');
    const door = open(() => Promise.reject(failure));
    door.settle();
    door.close();
    await vi.waitFor(() => expect(door.steps).toEqual(['told', failure, 'cancelled', 'left', 'destroyed']));
  });
});
