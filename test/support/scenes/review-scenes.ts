import { openCase, openDeskRoom, shows, unreadable, type Scene } from './scene.ts';

/** 案卷, 收件 and 审查台. */
export const reviewScenes: readonly Scene[] = [
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
  { name: 'desk', data: 'register', go: openDeskRoom },
  {
    name: 'desk-finding',
    data: 'register',
    go: async (page) => {
      await openDeskRoom(page);
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
      await openDeskRoom(page);
      for (let step = 0; step < 9; step += 1) await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('textbox', { name: '忽略的理由' }).waitFor();
    },
  },
  {
    name: 'desk-issue',
    data: 'register',
    go: async (page) => {
      await openDeskRoom(page);
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
      await openDeskRoom(page);
      await page.getByRole('listbox', { name: '审查清单' }).getByRole('option').nth(2).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'desk-find',
    data: 'register',
    go: async (page) => {
      await openDeskRoom(page);
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
];
