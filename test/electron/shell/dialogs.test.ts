import type { OpenDialogOptions } from 'electron';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noDialogs } from '../../../electron/services/dialogs.ts';
import { choiceKinds } from '../../../shared/contract/choice.ts';
import { openDialogOptions, systemDialogs } from '../../../electron/shell/dialogs.ts';

describe('the dialogs of the system', () => {
  it.each(choiceKinds)('ask in Chinese for %s, and let choose what exists', (kind) => {
    const options = openDialogOptions(kind);
    expect(options.title).toMatch(/^选择/u);
    expect(options.buttonLabel).toMatch(/^\p{Script=Han}+$/u);
    const isFolder = kind.endsWith('-folder');
    expect(options.properties).toContain(isFolder ? 'openDirectory' : 'openFile');
  });

  it('give what was chosen, and nothing when the person cancelled', async () => {
    const asked: OpenDialogOptions[] = [];
    const answers = [
      { canceled: false, filePaths: ['/stick/草案.docx', '/stick/说明.docx'] },
      { canceled: true, filePaths: [] },
    ];
    const dialogs = systemDialogs(
      (options) => {
        asked.push(options);
        return Promise.resolve(answers.shift() ?? { canceled: true, filePaths: [] });
      },
      { showItemInFolder: () => undefined },
    );
    expect(await dialogs.choose({ kind: 'submission-files' })).toEqual(['/stick/草案.docx', '/stick/说明.docx']);
    expect(await dialogs.choose({ kind: 'certificate' })).toEqual([]);
    expect(asked.map((options) => options.title)).toEqual(['选择送审材料', '选择签名证书文件']);
  });

  it('show a file that is there, and say so of one that is not', async () => {
    const shown: string[] = [];
    const dialogs = systemDialogs(() => Promise.reject(new Error('not asked')), {
      showItemInFolder: (path) => void shown.push(path),
    });
    await dialogs.reveal(import.meta.filename);
    await expect(dialogs.reveal(join(import.meta.dirname, 'nothing'))).rejects.toThrow(/没有找到/u);
    await expect(dialogs.reveal('dialogs.test.ts')).rejects.toThrow(/没有找到/u);
    expect(shown).toEqual([import.meta.filename]);
  });

  it('are not there without a window, which is said', async () => {
    await expect(noDialogs.choose({ kind: 'certificate' })).rejects.toThrow(/只能在窗口中进行/u);
    await expect(noDialogs.reveal('/x')).rejects.toThrow(/只能在窗口中进行/u);
  });
});
