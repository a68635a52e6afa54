import type { Page } from 'playwright-core';
import type { Dispatch } from '../../electron/shell/calls.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';

/** Which data folder a scene starts from: nothing yet, a register of several cases, or a folder that cannot be read. */
export type SceneData = 'empty' | 'register';

/** What stands in place of a call's real answer. */
export type Standing = 'hold' | { readonly code: ErrorCode; readonly message: string };

/** One state of one room, as a person can come to it. */
export interface Scene {
  readonly name: string;
  readonly data: SceneData;
  /** Calls that do not answer, or answer with a failure. */
  readonly answers?: Readonly<Record<string, Standing>>;
  /** What the person chooses in the system's dialogs. */
  readonly choices?: (files: SceneFiles) => readonly (readonly string[])[];
  readonly go: (page: Page) => Promise<void>;
}

/** Files that scenes choose. */
export interface SceneFiles {
  readonly signed: string;
  readonly changed: string;
  readonly draft: string;
  readonly missing: string;
}

/** Holds calls back or lets them fail; progress is told of those that are held. */
export function standInFor(answers: Readonly<Record<string, Standing>>): (next: Dispatch) => Dispatch {
  return (next) => async (id, input, environment) => {
    const standing = answers[id];
    if (standing === undefined) return next(id, input, environment);
    if (standing !== 'hold') return { ok: false, error: { ...standing, data: null } };
    environment.progress('卧龙区农贸市场管理办法（试行）（送审稿）.docx', { done: 3, total: 8 });
    await new Promise((resolve) => environment.signal.addEventListener('abort', resolve, { once: true }));
    return { ok: false, error: { code: 'cancelled', message: '已取消。', data: null } };
  };
}

/** Enters a room that belongs to no case. */
async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
}

/** Opens a case of the register by its title, or the first, and goes to one of its rooms. */
async function openCase(page: Page, step: string, title = '农贸市场管理办法'): Promise<void> {
  await page.locator('.cases-name', { hasText: title }).first().click();
  await page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: step }).click();
}

const shows = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();
const unreadable = {
  code: 'not-readable',
  message: '数据文件夹“D:\\法审台\\案卷”读不出来：拒绝访问。请检查权限，或在设置里另选文件夹。',
} as const;

async function desk(page: Page): Promise<void> {
  await openCase(page, '审查');
  await page.getByRole('tab', { name: /^检查结果 [1-9]/u }).waitFor();
}

/** Concludes and goes on to 签发, ready to sign. */
async function conclude(page: Page): Promise<void> {
  await openCase(page, '意见');
  await page.getByRole('radio', { name: /^应当予以修改/u }).check();
  await shows(page, '.opinion-go .button:enabled');
  await page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: '签发' }).click();
  await page.getByRole('button', { name: /^签名并签发/u, disabled: false }).waitFor();
}

async function verify(page: Page): Promise<void> {
  await enter(page, '验签');
  for (const group of [/^已签名的文件/u, /^手头的送审稿/u]) {
    await page.getByRole('group', { name: group }).getByRole('button').first().click();
  }
  await page.getByRole('button', { name: '验签', exact: true }).last().click();
}

/** Every room with its empty, loading and error states, and the layers over them. */
export const scenes: readonly Scene[] = [
  { name: 'cases-empty', data: 'empty', go: (page) => shows(page, '.first-start, h2') },
  { name: 'cases-list', data: 'register', go: (page) => shows(page, '.cases-name') },
  {
    name: 'cases-loading',
    data: 'register',
    answers: { 'cases.list': 'hold' },
    go: (page) => shows(page, '.skeleton'),
  },
  {
    name: 'cases-failed',
    data: 'register',
    answers: { 'cases.list': unreadable },
    go: (page) => shows(page, '[role="alert"]'),
  },
  {
    name: 'cases-search',
    data: 'register',
    go: async (page) => {
      await shows(page, '.cases-name');
      await page.getByRole('searchbox').first().fill('准入证');
      await shows(page, '.cases-hit');
    },
  },
  {
    name: 'cases-search-none',
    data: 'register',
    go: async (page) => {
      await shows(page, '.cases-name');
      await page.getByRole('searchbox').first().fill('并不存在的词');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'cases-importing',
    data: 'empty',
    answers: { 'cases.take-sample': 'hold' },
    go: async (page) => {
      await page.getByRole('button', { name: '打开示例：规范性文件' }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'cases-import-failed',
    data: 'empty',
    answers: {
      'cases.take-sample': {
        code: 'copy-failed',
        message: '复制“送审稿.docx”时设备断开，未收入任何文件。请重新插入U盘后再导入。',
      },
    },
    go: async (page) => {
      await page.getByRole('button', { name: '打开示例：规范性文件' }).click();
      await page.getByText('设备断开').first().waitFor();
    },
  },
  {
    name: 'intake',
    data: 'register',
    go: async (page) => (await openCase(page, '收件'), shows(page, '.intake-table')),
  },
  {
    name: 'intake-refused',
    data: 'register',
    go: async (page) => (await openCase(page, '收件', '试行的办法'), shows(page, '.intake-refused')),
  },
  {
    name: 'intake-no-draft',
    data: 'register',
    go: async (page) => (await openCase(page, '收件', '未命名案卷'), shows(page, '.intake-table')),
  },
  {
    name: 'desk-no-draft',
    data: 'register',
    go: async (page) => (await openCase(page, '审查', '未命名案卷'), shows(page, '.desk-elsewhere')),
  },
  {
    name: 'opinion-no-draft',
    data: 'register',
    go: async (page) => {
      await openCase(page, '意见', '未命名案卷');
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'case-loading',
    data: 'register',
    answers: { 'cases.open': 'hold' },
    go: async (page) => {
      await page.locator('.cases-name').first().click();
      await shows(page, '.skeleton');
    },
  },
  {
    name: 'case-failed',
    data: 'register',
    answers: {
      'cases.open': {
        code: 'journal-broken',
        message: '案卷的审计记录第 12 条与前一条接不上，不能打开。请保留案卷文件夹原状，用备份比对。',
      },
    },
    go: async (page) => {
      await page.locator('.cases-name').first().click();
      await page.getByText('接不上').first().waitFor();
    },
  },
  { name: 'desk', data: 'register', go: desk },
  {
    name: 'desk-finding',
    data: 'register',
    go: async (page) => {
      await desk(page);
      for (let step = 0; step < 9; step += 1) await page.keyboard.press('j');
      await page
        .getByRole('button', { name: /^转为问题/u })
        .first()
        .waitFor();
    },
  },
  {
    name: 'desk-dismiss',
    data: 'register',
    go: async (page) => {
      await desk(page);
      for (let step = 0; step < 9; step += 1) await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('textbox', { name: '忽略的理由' }).waitFor();
    },
  },
  {
    name: 'desk-issue',
    data: 'register',
    go: async (page) => {
      await desk(page);
      await page.getByRole('tab', { name: /^问题/u }).click();
      await page.locator('.desk-room [role="option"]').last().waitFor();
      await page.getByRole('listbox', { name: /问题/u }).getByRole('option').first().click();
      await page.getByRole('textbox', { name: '问题', exact: true }).waitFor();
    },
  },
  {
    name: 'desk-item',
    data: 'register',
    go: async (page) => {
      await desk(page);
      await page.getByRole('listbox', { name: '审查清单' }).getByRole('option').nth(2).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'desk-find',
    data: 'register',
    go: async (page) => {
      await desk(page);
      await page.keyboard.press('Control+f');
      await page.keyboard.type('市场');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'desk-checking',
    data: 'register',
    answers: { 'cases.check': 'hold' },
    go: async (page) => {
      await openCase(page, '审查');
      await page.waitForTimeout(1200);
    },
  },
  {
    name: 'desk-check-failed',
    data: 'register',
    answers: {
      'cases.check': {
        code: 'internal',
        message: '检查程序意外退出，没有得出结果。请重新检查；仍不行请把 logs 文件夹交给维护人员。',
      },
    },
    go: async (page) => {
      await openCase(page, '审查');
      await page.getByText('意外退出').first().waitFor();
    },
  },
  {
    name: 'desk-no-issues',
    data: 'register',
    go: async (page) => {
      await openCase(page, '审查', '协议');
      await page.getByRole('tab', { name: /^问题/u }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'desk-read-only',
    data: 'register',
    go: async (page) => {
      await openCase(page, '审查', '已归档');
      await page.getByText('只能查看').first().waitFor();
    },
  },
  {
    name: 'opinion',
    data: 'register',
    go: async (page) => {
      await openCase(page, '意见');
      await shows(page, '[data-page="1"] canvas');
    },
  },
  {
    name: 'opinion-concluded',
    data: 'register',
    go: async (page) => {
      await openCase(page, '意见', '协议');
      await shows(page, '[data-page="1"] canvas');
    },
  },
  {
    name: 'opinion-loading',
    data: 'register',
    answers: { 'cases.preview': 'hold', 'cases.gate': 'hold' },
    go: async (page) => {
      await openCase(page, '意见');
      await page.waitForTimeout(1200);
    },
  },
  {
    name: 'opinion-failed',
    data: 'register',
    answers: {
      'cases.preview': {
        code: 'missing-glyph',
        message: '第 3 条问题里的“𠮷”在可用字体中没有字形，意见书排不出来。请换写法，或安装含该字的字体。',
      },
      'cases.gate': unreadable,
    },
    go: async (page) => {
      await openCase(page, '意见');
      await page.getByText('没有字形').first().waitFor();
    },
  },
  {
    name: 'issue-closed',
    data: 'register',
    go: async (page) => {
      await openCase(page, '签发');
      await shows(page, '.issue-sign');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'issue-ready',
    data: 'register',
    go: async (page) => {
      await conclude(page);
    },
  },
  {
    name: 'issue-signing',
    data: 'register',
    answers: { 'cases.issue': 'hold' },
    go: async (page) => {
      await conclude(page);
      await page.locator('.issue-sign .button:enabled').click();
      await page.waitForTimeout(900);
    },
  },
  {
    name: 'issue-loading',
    data: 'register',
    answers: { 'cases.signers': 'hold', 'cases.gate': 'hold' },
    go: async (page) => {
      await openCase(page, '签发');
      await page.waitForTimeout(900);
    },
  },
  {
    name: 'issue-failed',
    data: 'register',
    answers: {
      'cases.issue': {
        code: 'output-failed',
        message: '写“审查意见书.pdf”时磁盘已满，没有签发，案卷未变。请腾出空间后重试。',
      },
    },
    go: async (page) => {
      await conclude(page);
      await page.locator('.issue-sign .button:enabled').click();
      await page.getByText('磁盘已满').first().waitFor();
    },
  },
  {
    name: 'issue-issued',
    data: 'register',
    go: async (page) => {
      await openCase(page, '签发', '已归档');
      await page.getByText('签名有效').first().waitFor();
      await shows(page, '[data-page="1"] canvas');
    },
  },
  {
    name: 'verify-empty',
    data: 'empty',
    go: async (page) => (await enter(page, '验签'), shows(page, '.verify-choice')),
  },
  {
    name: 'verify-valid',
    data: 'empty',
    choices: (files) => [[files.signed], [files.draft]],
    go: async (page) => {
      await verify(page);
      await page.getByText('签名有效').first().waitFor();
    },
  },
  {
    name: 'verify-invalid',
    data: 'empty',
    choices: (files) => [[files.changed], [files.signed]],
    go: async (page) => {
      await verify(page);
      await page.getByText('签名无效').first().waitFor();
    },
  },
  {
    name: 'verify-failed',
    data: 'empty',
    choices: (files) => [[files.missing], [files.draft]],
    go: async (page) => {
      await verify(page);
      await page.getByText('没有验成').first().waitFor();
    },
  },
  {
    name: 'verify-loading',
    data: 'empty',
    answers: { 'sign.verify': 'hold' },
    choices: (files) => [[files.signed], [files.draft]],
    go: async (page) => {
      await verify(page);
      await page.getByRole('progressbar').waitFor();
    },
  },
  ...(['规则', '法规库', '设置'] as const).flatMap((room, at): readonly Scene[] => {
    const name = (['rules', 'law', 'settings'] as const)[at] ?? '';
    const call = (['rules.packs', 'law.search', 'desk.settings'] as const)[at] ?? '';
    const pause = (page: Page): Promise<void> => page.waitForTimeout(700);
    return [
      { name, data: 'empty', go: async (page) => (await enter(page, room), pause(page)) },
      {
        name: `${name}-loading`,
        data: 'empty',
        answers: { [call]: 'hold' },
        go: async (page) => (await enter(page, room), pause(page)),
      },
      {
        name: `${name}-failed`,
        data: 'empty',
        answers: { [call]: unreadable },
        go: async (page) => (await enter(page, room), pause(page)),
      },
    ];
  }),
  {
    name: 'rules-none',
    data: 'empty',
    go: async (page) => {
      await enter(page, '规则');
      await page.getByRole('searchbox').fill('并不存在的词');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'law-none',
    data: 'empty',
    go: async (page) => {
      await enter(page, '法规库');
      await page.getByRole('searchbox').fill('并不存在的条例');
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'palette',
    data: 'register',
    go: async (page) => {
      await shows(page, '.cases-name');
      await page.keyboard.press('Control+k');
      await shows(page, '.palette-entry');
    },
  },
  {
    name: 'palette-none',
    data: 'register',
    go: async (page) => {
      await shows(page, '.cases-name');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('并不存在的词');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'shortcuts',
    data: 'register',
    go: async (page) => {
      await shows(page, '.cases-name');
      await page.getByRole('button', { name: /快捷键$/u }).click();
      await shows(page, '.shortcuts kbd');
    },
  },
  {
    name: 'help',
    data: 'register',
    go: async (page) => {
      await desk(page);
      await page.keyboard.press('F1');
      await shows(page, '.help h2');
    },
  },
  {
    name: 'help-failed',
    data: 'register',
    answers: { 'desk.help': unreadable },
    go: async (page) => {
      await desk(page);
      await page.keyboard.press('F1');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'audit',
    data: 'register',
    go: async (page) => {
      await desk(page);
      await page.getByRole('button', { name: /^审计 #/u }).click();
      await page.getByText('记录完整').waitFor();
    },
  },
  {
    name: 'audit-failed',
    data: 'register',
    answers: { 'cases.audit': unreadable },
    go: async (page) => {
      await desk(page);
      await page.getByRole('button', { name: /^审计 #/u }).click();
      await page.waitForTimeout(500);
    },
  },
];
