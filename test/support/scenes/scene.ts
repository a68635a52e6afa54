import type { Page } from 'playwright-core';
import type { Dispatch } from '../../../electron/shell/calls.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';

/** Which data folder a scene starts from: nothing yet, or a register of several cases. */
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
export async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
}

/** Opens a case of the register by its title, or the first, and goes to one of its rooms. */
export async function openCase(page: Page, step: string, title = '农贸市场管理办法'): Promise<void> {
  await page.locator('.cases-name', { hasText: title }).first().click();
  await page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: step }).click();
}

/** Waits until something is shown. */
export const shows = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();
/** A failure that any call may answer with. */
export const unreadable = {
  code: 'not-readable',
  message: '数据文件夹“D:\\法审台\\案卷”读不出来：拒绝访问。请检查权限，或在设置里另选文件夹。',
} as const;

/** Opens the first case at the desk, its checks answered. */
export async function openDeskRoom(page: Page): Promise<void> {
  await openCase(page, '审查');
  await page.getByRole('tab', { name: /^检查结果 [1-9]/u }).waitFor();
}
