import { tinykeys } from 'tinykeys';
import type { DeskCommand } from '../../shared/contract/bridge.ts';
import { assertNever } from '../../shared/contract/errors.ts';
import { subscribe } from '../api.ts';
import { flushEdits, useCase } from './case-store.ts';
import { useDesk } from './desk-store.ts';
import { useImport } from './import-store.ts';
import { movePane, rememberFocus } from './panes.ts';
import { text } from './text.ts';

/** Whether an element is one whose own undo and letters come before ours. */
function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(element.type);
}

/** Whether a modal layer has the window to itself. */
function isModal(): boolean {
  return document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"])') !== null;
}

/** Says that everything is saved, or what is not yet. */
function reassure(): void {
  const { saving, state } = useCase.getState();
  const { toast } = useDesk.getState();
  const { save } = text.app;
  if (state === 'open' && saving === 'failed') toast('failed', save.lost);
  else toast('done', state === 'open' && saving === 'saving' ? save.pending : save.allSaved);
}

/** Carries out what the menu, a key or the palette asks for. */
export function runCommand(command: DeskCommand): void {
  const { show, help, room, commands } = useDesk.getState();
  switch (command) {
    case 'open':
      void useImport.getState().choose('submission-files');
      return;
    case 'undo':
      useCase.getState().undo();
      return;
    case 'redo':
      useCase.getState().redo();
      return;
    case 'find':
      commands.find(({ id }) => id === 'find')?.run();
      return;
    case 'help':
      help(room);
      return;
    case 'palette':
    case 'shortcuts':
    case 'about':
      show(command);
      return;
    default:
      return assertNever(command);
  }
}

/** What the menu asks for: in a text field, 撤销 and 重做 are the field's own. */
function runMenuCommand(command: DeskCommand): void {
  if ((command === 'undo' || command === 'redo') && isTextField(document.activeElement)) {
    // The one way to reach a field's own undo from outside; Chromium keeps it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand(command);
  } else if (!isModal()) runCommand(command);
}

/** Listens to the keys that hold in every room, to the menu, and to the closing of the window. */
export function listen(): () => void {
  const key =
    (run: () => void, isWriting: 'also' | 'not') =>
    (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || isModal()) return;
      if (isWriting === 'not' && isTextField(document.activeElement)) return;
      event.preventDefault();
      run();
    };
  const command = (name: DeskCommand, isWriting: 'also' | 'not' = 'also'): ((event: KeyboardEvent) => void) =>
    key(() => runCommand(name), isWriting);
  const ends = [
    tinykeys(window, {
      '$mod+KeyK': command('palette'),
      '$mod+KeyO': command('open'),
      '$mod+KeyZ': command('undo', 'not'),
      '$mod+Shift+KeyZ': command('redo', 'not'),
      '$mod+KeyY': command('redo', 'not'),
      F1: command('help'),
      F6: key(() => movePane(1), 'also'),
      'Shift+F6': key(() => movePane(-1), 'also'),
      '?': command('shortcuts', 'not'),
      'Shift+?': command('shortcuts', 'not'),
      '$mod+KeyS': (event) => {
        event.preventDefault();
        if (!event.isComposing) reassure();
      },
    }),
    rememberFocus(),
    subscribe((event) => {
      if (event.kind === 'command') runMenuCommand(event.command);
      if (event.kind === 'closing') flushEdits();
    }),
  ];
  return () => ends.forEach((end) => end());
}
