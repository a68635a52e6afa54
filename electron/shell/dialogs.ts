import type { Dialog, OpenDialogOptions, Shell } from 'electron';
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { AppError, assertNever } from '../../shared/contract/errors.ts';
import type { ChoiceKind } from '../../shared/contract/choice.ts';
import type { Dialogs } from '../services/dialogs.ts';

const anyFile = { name: '所有文件', extensions: ['*'] };
const drafts = { name: '文稿', extensions: ['docx', 'doc', 'wps', 'rtf', 'odt', 'pdf', 'txt', 'xml'] };

/** How the system's dialog is opened for each thing there is to choose. */
export function openDialogOptions(kind: ChoiceKind): OpenDialogOptions {
  switch (kind) {
    case 'submission-files':
      return {
        title: '选择送审材料',
        buttonLabel: '收件',
        // Files of a kind that is not examined are taken as well and named as such, so nothing is filtered out.
        filters: [anyFile, drafts],
        properties: ['openFile', 'multiSelections'],
      };
    case 'submission-folder':
      return { title: '选择送审材料所在文件夹', buttonLabel: '收件', properties: ['openDirectory'] };
    case 'signed-file':
      return {
        title: '选择要验签的文件',
        buttonLabel: '验签',
        filters: [{ name: '审查意见', extensions: ['pdf', 'docx'] }, anyFile],
        properties: ['openFile'],
      };
    case 'draft-file':
      return {
        title: '选择手中的送审稿',
        buttonLabel: '选择',
        filters: [drafts, anyFile],
        properties: ['openFile'],
      };
    case 'certificate':
      return {
        title: '选择签名证书文件',
        buttonLabel: '选择',
        filters: [{ name: '证书文件', extensions: ['p12', 'pfx'] }, anyFile],
        properties: ['openFile'],
      };
    case 'target-folder':
      return { title: '选择导出位置', buttonLabel: '导出到此', properties: ['openDirectory', 'createDirectory'] };
    default:
      return assertNever(kind);
  }
}

/**
 * The system's dialogs, in front of the window.
 * @param open shows the dialog over the window
 */
export function systemDialogs(
  open: (options: OpenDialogOptions) => ReturnType<Dialog['showOpenDialog']>,
  shell: Pick<Shell, 'showItemInFolder'>,
): Dialogs {
  return {
    choose: async ({ kind }) => {
      const answer = await open(openDialogOptions(kind));
      return answer.canceled ? [] : answer.filePaths;
    },
    reveal: async (path) => {
      // A file manager that is handed a relative path, or one that is not there, does nothing and says nothing.
      if (!isAbsolute(path) || (await stat(path).catch(() => null)) === null) {
        throw new AppError('not-found', `没有找到“${path}”，不能在文件夹中显示。请核对它是否已被移走。`);
      }
      shell.showItemInFolder(path);
    },
  };
}
