import type { Page } from 'playwright-core';
import { openCase, shows, unreadable, type Scene } from './scene.ts';

/** Concludes and goes on to 签发, ready to sign. */
async function conclude(page: Page): Promise<void> {
  await openCase(page, '意见');
  await page.getByRole('radio', { name: /^应当予以修改/u }).check();
  await shows(page, '.opinion-go .button:enabled');
  await page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: '签发' }).click();
  await page.getByRole('button', { name: /^签名并签发/u, disabled: false }).waitFor();
}

/** 意见 and 签发. */
export const opinionScenes: readonly Scene[] = [
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
];
