import type { MessageBoxOptions, RenderProcessGoneDetails, WebContents } from 'electron';

/** What {@link watchPage} needs of a page. */
export type WatchedPage = Pick<WebContents, 'forcefullyCrashRenderer' | 'on'>;

/** What to do about a page that is gone or hangs. */
export interface PageRescue {
  /** Shows a dialog of the system and gives the number of the button. */
  readonly ask: (options: MessageBoxOptions) => Promise<number>;
  /** Brings the page back. */
  readonly load: () => void;
  readonly quit: () => void;
  /** Called when the page's process is gone: nobody waits for its calls any more. */
  readonly onGone: () => void;
  readonly log: (error: unknown) => void;
}

const reload = '重新载入';
const quit = '退出';
const kept = '已保存的内容不受影响。重新载入后可以接着工作；仍不行请退出后重新打开，并把日志交给维护人员。';

/** Tells the person when the page's process has died or no longer answers, and brings the page back on demand. */
export function watchPage(page: WatchedPage, rescue: PageRescue): void {
  /** The question about a page that hangs, while it is open. */
  let question: AbortController | null = null;
  /** True while a page that hangs is being ended on the person's own wish. */
  let isEnding = false;

  async function ask(message: string, buttons: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
    const answer = await rescue.ask({
      type: 'error',
      title: '法审台',
      message,
      detail: kept,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      ...(signal === undefined ? {} : { signal }),
    });
    return signal?.aborted === true ? undefined : buttons[answer];
  }

  async function onGone(details: RenderProcessGoneDetails): Promise<void> {
    rescue.onGone();
    question?.abort();
    if (details.reason === 'clean-exit') return;
    if (isEnding) {
      isEnding = false;
      rescue.load();
      return;
    }
    rescue.log(new Error(`the page's process is gone: ${details.reason}, exit code ${details.exitCode}`));
    const choice = await ask('窗口中的页面意外中止。', [reload, quit]);
    if (choice === reload) rescue.load();
    if (choice === quit) rescue.quit();
  }

  async function onUnresponsive(): Promise<void> {
    if (question !== null) return;
    rescue.log(new Error('the page does not respond'));
    question = new AbortController();
    const choice = await ask('窗口中的页面暂时没有响应。', ['继续等待', reload, quit], question.signal).finally(
      () => (question = null),
    );
    if (choice === quit) rescue.quit();
    if (choice !== reload) return;
    isEnding = true;
    page.forcefullyCrashRenderer();
  }

  page.on('render-process-gone', (_event, details) => void onGone(details).catch(rescue.log));
  page.on('unresponsive', () => void onUnresponsive().catch(rescue.log));
  // It answers again by itself: the question is moot.
  page.on('responsive', () => question?.abort());
}
