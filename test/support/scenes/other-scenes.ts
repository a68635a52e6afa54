import type { Page } from 'playwright-core';
import { enter, openDeskRoom, shows, unreadable, type Scene } from './scene.ts';

async function verify(page: Page): Promise<void> {
  await enter(page, '验签');
  for (const group of [/^已签名的文件/u, /^手头的送审稿/u]) {
    await page.getByRole('group', { name: group }).getByRole('button').first().click();
  }
  await page.getByRole('button', { name: '验签', exact: true }).last().click();
}

/** The rooms that belong to no case, and the layers over all rooms. */
export const otherScenes: readonly Scene[] = [
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
      await openDeskRoom(page);
      await page.keyboard.press('F1');
      await shows(page, '.help h2');
    },
  },
  {
    name: 'help-failed',
    data: 'register',
    answers: { 'desk.help': unreadable },
    go: async (page) => {
      await openDeskRoom(page);
      await page.keyboard.press('F1');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'audit',
    data: 'register',
    go: async (page) => {
      await openDeskRoom(page);
      await page.getByRole('button', { name: /^审计 #/u }).click();
      await page.getByText('记录完整').waitFor();
    },
  },
  {
    name: 'audit-failed',
    data: 'register',
    answers: { 'cases.audit': unreadable },
    go: async (page) => {
      await openDeskRoom(page);
      await page.getByRole('button', { name: /^审计 #/u }).click();
      await page.waitForTimeout(500);
    },
  },
];
