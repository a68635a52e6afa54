import type { ChoiceKind } from '../../shared/contract/choice.ts';
import { AppError } from '../../shared/contract/errors.ts';

/** The system's own dialogs, which only a window has. */
export interface Dialogs {
  /** Lets the person choose; absolute paths, none when the person cancelled. @throws AppError where there is no window */
  readonly choose: (request: { readonly kind: ChoiceKind }) => Promise<readonly string[]>;
  /** Shows a file in the system's file manager. @throws AppError where there is no window */
  readonly reveal: (path: string) => Promise<void>;
}

/** The dialogs of a process without a window: there are none. */
export const noDialogs: Dialogs = {
  choose: () => refuse('选择文件'),
  reveal: () => refuse('在文件夹中显示文件'),
};

function refuse(what: string): Promise<never> {
  return Promise.reject(
    new AppError('bad-usage', `${what}只能在窗口中进行：请打开法审台窗口，或在命令中直接写明路径。`),
  );
}
