import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';

/** Ctrl+Enter does what the room's main button does; nothing while that is not possible. */
export function usePrimaryKey(run: (() => void) | null): void {
  useEffect(() => {
    if (run === null) return undefined;
    return tinykeys(window, {
      '$mod+Enter': (event) => {
        if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
        event.preventDefault();
        run();
      },
    });
  }, [run]);
}
