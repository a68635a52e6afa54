import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { PaneHighlight } from '../../../../renderer/ui/document-pane/types.ts';
import { launchChromium, missingChromium } from '../../../support/chromium.ts';
import { longPane } from './long-document.ts';
import type { TestPage } from '../../../support/test-page.ts';
import { bundlePane, openPane } from './open-pane.ts';
import type { PagePane } from './page.tsx';
import { hostile, samplePane, spanOf } from './sample-pane.ts';

declare global {
  /** Put into the page by its test. */
  var axe: { readonly run: (selector: string) => Promise<AxeResults> };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where words are drawn; they must stand in one text node. */
function boxOf(page: Page, words: string): Promise<Box> {
  return page.evaluate((wanted) => {
    const sheet = document.querySelector('.document-pane-sheet');
    if (!sheet) throw new Error('no sheet');
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }
    throw new Error(`not drawn: ${wanted}`);
  }, words);
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await page.mouse.move(...to);
  await page.mouse.up();
}

/** What is selected, as text. */
async function selected(page: Page, text: string): Promise<string | null> {
  const span = await page.evaluate(() => globalThis.pane.handle?.selection() ?? null);
  return span && text.slice(span.start, span.end);
}

const middle = (box: Box): number => (box.top + box.bottom) / 2;

/** Lets the browser lay out, paint, and lay out again what came near the view. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
}

const scrollTop = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('.document-pane-scroll')?.scrollTop ?? -1);

describe.skipIf(missingChromium !== '')(`the document pane in Chromium ${missingChromium}`, () => {
  let browser: Browser;
  let assets: Awaited<ReturnType<typeof bundlePane>>;
  const opened: TestPage[] = [];

  beforeAll(async () => {
    [browser, assets] = await Promise.all([launchChromium(), bundlePane()]);
  });
  afterEach(async () => {
    for (const pane of opened.splice(0)) {
      expect(pane.faults).toEqual([]);
      await pane.close();
    }
  });
  afterAll(() => browser.close());

  async function open(pane: PagePane): Promise<Page> {
    const shown = await openPane(browser, assets, pane);
    opened.push(shown);
    return shown.page;
  }

  it('maps every text node of the page to the text it shows, label, cell and text alike', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const read = await page.evaluate(() => {
      const sheet = document.querySelector('.document-pane-sheet');
      const walker = document.createTreeWalker(sheet ?? document, NodeFilter.SHOW_TEXT);
      const spans: { readonly shown: string; readonly start: number; readonly end: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (node.parentElement?.className === 'sheet-caption') continue;
        for (const [from, to] of [
          [0, length],
          [Math.floor(length / 2), length],
        ] as const) {
          document.getSelection()?.setBaseAndExtent(node, from, node, to);
          const span = globalThis.pane.handle?.selection();
          spans.push({ shown: (node.nodeValue ?? '').slice(from, to), start: span?.start ?? -1, end: span?.end ?? -1 });
        }
      }
      return spans;
    });
    expect(read.length).toBeGreaterThan(50);
    for (const { shown, start, end } of read) expect(pane.text.slice(start, end)).toBe(shown);
    const whole = read.filter((_, index) => index % 2 === 0).map(({ shown }) => shown);
    expect(whole.join('')).toBe(pane.text.replace(/[\n\t]/gu, ''));
  });

  it('reads a selection over several blocks, begun in the margin where the label hangs', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const label = await boxOf(page, '第一条');
    const end = await boxOf(page, '市场开办者应当');
    await drag(page, [label.left - 12, middle(label)], [end.right, middle(end)]);
    expect(await selected(page, pane.text)).toBe(
      '第一条　为规范农贸市场秩序，保障食品安全，制定本办法。\n第二条　市场开办者应当',
    );
  });

  it('reads a triple click as the block without the break after it', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const box = await boxOf(page, '前款费用');
    await page.mouse.click(box.left + 20, middle(box), { clickCount: 3 });
    expect(await selected(page, pane.text)).toBe('前款费用由ＧＰＳ设备记录，按Kg计算。');
  });

  it('reads a selection over the cells of a table with the tab between them', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const from = await boxOf(page, '项目');
    const to = await boxOf(page, '金额');
    await drag(page, [from.left + 1, middle(from)], [to.right, middle(to)]);
    expect(await selected(page, pane.text)).toBe('项目\t金额');
    expect(await page.locator('.sheet-table').count()).toBe(1);
  });

  it('reads everything as everything', async () => {
    const pane = samplePane();
    const page = await open(pane);
    await page.locator('.document-pane-scroll').focus();
    await page.keyboard.press('Control+a');
    expect(await selected(page, pane.text)).toBe(pane.text);
  });

  it('shows the text as text whatever it looks like', async () => {
    const page = await open(samplePane());
    const sheet = page.locator('.document-pane-sheet');
    expect(await sheet.textContent()).toContain(hostile);
    expect(await sheet.locator('img, script, b, i').count()).toBe(0);
  });

  it('offers 批注 beside a selection and annotates by the button and by the key, but not while one writes', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const box = await boxOf(page, '保障食品安全');
    await drag(page, [box.left + 1, middle(box)], [box.right - 1, middle(box)]);
    const span = spanOf(pane.text, '保障食品安全');
    const button = page.getByRole('button', { name: '批注' });
    await button.click();
    await page.keyboard.press('a');
    expect(await page.evaluate(() => globalThis.pane.annotated)).toEqual([span, span]);
    await page.getByRole('textbox', { name: 'elsewhere' }).focus();
    await page.keyboard.press('a');
    expect(await page.evaluate(() => globalThis.pane.annotated.length)).toBe(2);
    await page.evaluate(() => globalThis.pane.change({ canAnnotate: false }));
    await drag(page, [box.left + 1, middle(box)], [box.right - 1, middle(box)]);
    await page.keyboard.press('a');
    await settle(page);
    expect(await button.count()).toBe(0);
    expect(await page.evaluate(() => globalThis.pane.annotated.length)).toBe(2);
  });

  it('selects by keyboard alone: from the article stepped to, with shift and the arrows', async () => {
    const pane = samplePane();
    const page = await open(pane);
    await page.locator('.document-pane-scroll').focus();
    await page.evaluate(() => globalThis.pane.handle?.nextArticle(1));
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('a');
    expect(await page.evaluate(() => globalThis.pane.annotated)).toEqual([spanOf(pane.text, '为规范')]);
  });

  it('tells all highlights under a click, the gravest first, and none beside them', async () => {
    const { text } = samplePane();
    const highlights: readonly PaneHighlight[] = [
      { id: 'wide', look: 'minor', label: '宽', ...spanOf(text, '为规范农贸市场秩序，保障食品安全') },
      { id: 'grave', look: 'blocking', label: '重', ...spanOf(text, '保障食品安全') },
      { id: 'row', look: 'hint', label: '表', ...spanOf(text, '摊位费\t600') },
    ];
    const page = await open(samplePane({ highlights }));
    for (const words of ['食品', '规范', '，制', '600']) {
      const box = await boxOf(page, words);
      await page.mouse.click((box.left + box.right) / 2, middle(box));
    }
    expect(await page.evaluate(() => globalThis.pane.selectedIds)).toEqual([['grave', 'wide'], ['wide'], ['row']]);
  });

  it('hits the character under the point, on either half of it', async () => {
    const { text } = samplePane();
    const page = await open(
      samplePane({ highlights: [{ id: 'one', look: 'major', label: '', ...spanOf(text, '障') }] }),
    );
    const box = await boxOf(page, '障');
    for (const x of [box.left - 1, box.left + 1, box.right - 1, box.right + 1]) await page.mouse.click(x, middle(box));
    expect(await page.evaluate(() => globalThis.pane.selectedIds.length)).toBe(2);
  });

  it('frames the selected highlight and marks articles without touching the text', async () => {
    const { text, blocks } = samplePane();
    const highlights: readonly PaneHighlight[] = [
      { id: 'a', look: 'major', label: '甲', ...spanOf(text, '保障食品安全') },
      { id: 'b', look: 'issue', label: '乙', ...spanOf(text, '收取摊位费') },
    ];
    const page = await open(samplePane({ highlights }));
    await page.evaluate(() => {
      const sheet = document.querySelector('.document-pane-sheet');
      document.title = '0';
      if (!sheet) return;
      new MutationObserver((records) => {
        document.title = String(Number(document.title) + records.length);
      }).observe(sheet, { subtree: true, childList: true, characterData: true });
    });
    const article = blocks[3]?.id ?? '';
    await page.evaluate((id) => globalThis.pane.change({ selected: 'b', marked: [id] }), article);
    const frame = page.locator('.document-pane-frame');
    const [box, drawn] = [await boxOf(page, '收取摊位费'), await frame.boundingBox()];
    expect(Math.abs((drawn?.x ?? 0) - box.left)).toBeLessThan(5);
    expect(Math.abs((drawn?.y ?? 0) - box.top)).toBeLessThan(5);
    expect(await frame.getAttribute('data-look')).toBe('issue');
    expect(await page.locator('[data-marked]').textContent()).toContain('第一条');
    await page.evaluate(() => globalThis.pane.change({ highlights: [], marked: [], selected: 'b' }));
    await expect.poll(() => frame.count()).toBe(0);
    expect(await page.locator('[data-marked]').count()).toBe(0);
    expect(await page.title()).toBe('0');
  });

  it('finds without regard to width and case, goes round, and gives back the keyboard with the words selected', async () => {
    const pane = samplePane();
    const page = await open(pane);
    await page.locator('.document-pane-scroll').focus();
    await page.evaluate(() => globalThis.pane.handle?.find());
    const input = page.getByRole('textbox', { name: '在正文中查找' });
    await input.fill('gps');
    const count = page.locator('.document-pane-find-count');
    expect(await count.textContent()).toBe('1/1');
    await input.fill('本办法');
    expect(await count.textContent()).toBe('1/2');
    await input.press('Enter');
    expect(await count.textContent()).toBe('2/2');
    await input.press('Enter');
    expect(await count.textContent()).toBe('1/2');
    await input.press('Shift+Enter');
    expect(await count.textContent()).toBe('2/2');
    await input.fill('没有的字');
    expect(await count.textContent()).toBe('没有找到');
    await input.fill('kg计');
    await input.press('Escape');
    expect(await input.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('document-pane-scroll');
    expect(await selected(page, pane.text)).toBe('Kg计');
  });

  it('gives the keyboard back to who had it before finding', async () => {
    const page = await open(samplePane());
    await page.getByRole('textbox', { name: 'elsewhere' }).focus();
    await page.evaluate(() => globalThis.pane.handle?.find());
    await page.locator('.document-pane-find input:focus').press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('elsewhere');
  });

  it('finds in parts that are not laid out yet, and shows them', async () => {
    const pane = longPane(4500, 0);
    const page = await open(pane);
    await page.evaluate(() => globalThis.pane.handle?.find());
    await page.getByRole('textbox', { name: '在正文中查找' }).fill('第４４１１章');
    expect(await page.locator('.document-pane-find-count').textContent()).toBe('1/1');
    await settle(page);
    const box = await boxOf(page, '第4411章');
    expect(box.top).toBeGreaterThan(0);
    expect(box.bottom).toBeLessThan(820);
  });

  it.each([0.03, 0.35, 0.72, 0.999])('lands exactly on a far place (%f of the text), and stays there', async (part) => {
    const pane = longPane(4500, 600);
    const page = await open(pane);
    const block = pane.blocks[Math.floor(pane.blocks.length * part)];
    if (!block) throw new Error('no block');
    await page.evaluate((offset) => globalThis.pane.handle?.scrollTo(offset, 'centre'), block.start);
    const measure = (): Promise<{ top: number; view: number; height: number; isEnd: boolean }> =>
      page.evaluate(
        (shown) => {
          const scroller = document.querySelector('.document-pane-scroll');
          const all = [...document.querySelectorAll('.sheet-block, .sheet-table tr')];
          const view = scroller?.getBoundingClientRect();
          const isEnd = scroller !== null && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
          const top = all.find((element) => element.textContent.startsWith(shown))?.getBoundingClientRect().top ?? NaN;
          return { top, view: view?.top ?? 0, height: view?.height ?? 0, isEnd };
        },
        uniqueStart(pane, block.start),
      );
    const first = await measure();
    await settle(page);
    await page.waitForTimeout(700);
    const later = await measure();
    expect(later.top).toBeCloseTo(first.top, 0);
    if (!later.isEnd) expect(Math.abs(later.top - later.view - later.height * 0.4)).toBeLessThan(40);
    expect(later.top).toBeGreaterThan(later.view);
    expect(later.top).toBeLessThan(later.view + later.height);
  });

  it('leaves the view alone when the place is in it already', async () => {
    const pane = longPane(1000, 0);
    const page = await open(pane);
    await page.evaluate((offset) => globalThis.pane.handle?.scrollTo(offset), pane.blocks[500]?.start ?? 0);
    await settle(page);
    const before = await scrollTop(page);
    await page.evaluate((offset) => globalThis.pane.handle?.scrollTo(offset, 'nearest'), pane.blocks[501]?.start ?? 0);
    await settle(page);
    expect(await scrollTop(page)).toBe(before);
  });

  it('keeps the reading place when the type grows and when the window narrows', async () => {
    const pane = longPane(3000, 0);
    const page = await open(pane);
    await page.evaluate((offset) => globalThis.pane.handle?.scrollTo(offset), pane.blocks[2000]?.start ?? 0);
    await settle(page);
    const inView = (): Promise<string | undefined> => page.evaluate(() => globalThis.pane.inView.at(-1));
    const before = await inView();
    await page.evaluate(() => globalThis.pane.change({ fontSize: 24 }));
    await settle(page);
    const grown = await inView();
    await page.setViewportSize({ width: 500, height: 820 });
    await settle(page);
    await settle(page);
    const narrow = await inView();
    const numbers = [before, grown, narrow].map((id) => Number(id?.slice(2)));
    expect(Math.abs((numbers[1] ?? 0) - (numbers[0] ?? 0))).toBeLessThan(4);
    expect(Math.abs((numbers[2] ?? 0) - (numbers[0] ?? 0))).toBeLessThan(6);
  });

  it('follows a reference by click and by Enter, and goes back to the very place', async () => {
    const base = longPane(3000, 0);
    const from = base.blocks[2300];
    const target = base.blocks[120];
    if (!from || !target) throw new Error('no blocks');
    const reference = { start: from.start, end: from.start + 5, target: target.start };
    const page = await open({ ...base, references: [reference], selected: null });
    await page.evaluate((offset) => globalThis.pane.handle?.scrollTo(offset), reference.start);
    await settle(page);
    const words = base.text.slice(reference.start, reference.end);
    const before = await boxOf(page, words);
    const isAway = async (): Promise<boolean> => Math.abs((await boxOf(page, words)).top - before.top) > 5000;
    await page.mouse.click((before.left + before.right) / 2, middle(before));
    await settle(page);
    expect(await isAway()).toBe(true);
    await page.locator('.document-pane-scroll').press('Alt+ArrowLeft');
    await settle(page);
    expect((await boxOf(page, words)).top).toBeCloseTo(before.top, 0);
    // The click left the caret in the reference.
    await page.locator('.document-pane-scroll').press('Enter');
    await settle(page);
    expect(await isAway()).toBe(true);
    await page.getByRole('button', { name: /^← 返回/u }).click();
    await settle(page);
    expect((await boxOf(page, words)).top).toBeCloseTo(before.top, 0);
    expect(await page.getByRole('button', { name: /^← 返回/u }).count()).toBe(0);
  });

  it('steps from article to article, also where the paper can move no further', async () => {
    const pane = samplePane();
    const page = await open(pane);
    const label = (): Promise<string> =>
      page.evaluate(() => {
        const node = document.getSelection()?.anchorNode;
        return node?.parentElement?.closest('.sheet-block')?.querySelector('.sheet-label')?.textContent ?? '';
      });
    const labels: string[] = [];
    for (const step of [1, 1, 1, 1, -1, -1] as const) {
      await page.evaluate((each) => globalThis.pane.handle?.nextArticle(each), step);
      labels.push(await label());
    }
    expect(labels).toEqual(['第一条', '第二条', '第三条', '第四条', '第三条', '第二条']);
  });

  it('shows in the map where something is marked and leads there', async () => {
    const pane = longPane(3000, 0);
    const block = pane.blocks[2500];
    if (!block) throw new Error('no block');
    const highlight: PaneHighlight = {
      id: 'far',
      look: 'blocking',
      label: '设定行政许可',
      start: block.start,
      end: block.end,
    };
    const page = await open({ ...pane, highlights: [highlight] });
    const mark = page.getByRole('button', { name: '设定行政许可' });
    const map = await page.getByRole('group', { name: '标记分布图' }).boundingBox();
    const box = await mark.boundingBox();
    const part = ((box?.y ?? 0) + (box?.height ?? 0) / 2 - (map?.y ?? 0)) / (map?.height ?? 1);
    expect(part).toBeCloseTo(block.start / pane.text.length, 2);
    await mark.click();
    await settle(page);
    const inView = await page.evaluate(() => globalThis.pane.inView.at(-1));
    expect(Math.abs(Number(inView?.slice(2)) - 2500)).toBeLessThan(15);
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to object to, find bar and all (%s)', async (colorScheme) => {
    const { text } = samplePane();
    const highlights: readonly PaneHighlight[] = [
      { id: 'a', look: 'major', label: '甲', ...spanOf(text, '保障食品安全') },
    ];
    const shown = await openPane(browser, assets, samplePane({ highlights, selected: 'a' }), { colorScheme });
    opened.push(shown);
    await shown.page.evaluate(() => globalThis.pane.handle?.find());
    await shown.page.locator('.document-pane-find input:focus').fill('本办法');
    await shown.page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const objections = await shown.page.evaluate(async () => {
      const { violations } = await axe.run('.document-pane');
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });
    expect(objections).toEqual([]);
  });

  it('says what to do where a document has no text', async () => {
    const page = await open(samplePane({ blocks: [], text: '' }));
    expect(await page.locator('.document-pane-empty').textContent()).toContain('没有可显示的正文');
  });
});

/** What a block's element shows; a part of it that no other block begins with. */
function uniqueStart(pane: PagePane, start: number): string {
  const block = pane.blocks.find((each) => each.start === start);
  return pane.text.slice(block?.start, block?.end).replaceAll('\t', '');
}
