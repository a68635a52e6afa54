import type { Locator, Page } from 'playwright-core';

/** A point of the window. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Words in an element's text, drawn on one line, and which end of them is looked for. */
interface Words {
  readonly text: string;
  readonly end: 'start' | 'end';
}

/** Where something is for somebody who only sees: where to press it, or where and how far to turn the wheel first. */
type Sight =
  | { readonly kind: 'hit'; readonly spot: Spot }
  | { readonly kind: 'away'; readonly over: Spot; readonly by: number }
  | { readonly kind: 'covered'; readonly by: string };

/** Waits until an element, or words in it, stand still and looks where they are. Runs in the page. */
async function lookAt(element: Element, words: Words | null): Promise<Sight> {
  const wordsAt = (text: string): Range | null => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(text) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      return range;
    }
    return null;
  };
  const seen = words === null ? element : wordsAt(words.text);
  const boxes = (): readonly DOMRect[] => [...(seen?.getClientRects() ?? [])];
  for (let [frames, still, before] = [0, 0, '']; frames < 120 && still < 2; frames += 1) {
    const now = JSON.stringify(boxes());
    still = now === before ? still + 1 : 0;
    before = now;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const box = words?.end === 'end' ? boxes().at(-1) : boxes()[0];
  if (box === undefined || box.width * box.height === 0) return { kind: 'covered', by: 'nothing: it is not drawn' };
  const x = words === null ? box.left + box.width / 2 : words.end === 'start' ? box.left + 1 : box.right - 1;
  const y = box.top + box.height / 2;
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    const view = outer.getBoundingClientRect();
    const reach = Math.min(box.height, view.height) / 2 - 1;
    const isOut = y - reach < view.top || y + reach > view.bottom;
    if (isOut && outer.scrollHeight > outer.clientHeight && /auto|scroll/u.test(getComputedStyle(outer).overflowY)) {
      const over = { x: view.left + view.width / 2, y: view.top + view.height / 2 };
      return { kind: 'away', over, by: Math.max(-400, Math.min(400, y - over.y)) };
    }
  }
  const top = document.elementFromPoint(x, y);
  if (element.contains(top)) return { kind: 'hit', spot: { x, y } };
  return { kind: 'covered', by: top?.outerHTML.slice(0, 200) ?? 'nothing: it is outside the window' };
}

/** Counts the keys that the page hears. Runs in the page. */
function countKeys(): void {
  const hearing = window as unknown as { keysHeard: number };
  hearing.keysHeard = 0;
  window.addEventListener('keydown', () => (hearing.keysHeard += 1), { capture: true });
}

/** A hand at the mouse: it sees where things are, turns the wheel, and presses what is under the pointer. */
export class Mouse {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to count the keys that are pressed. */
  async watchKeys(): Promise<void> {
    await this.#page.evaluate(countKeys);
  }

  /** How many keys were pressed since then. */
  keysPressed(): Promise<number> {
    return this.#page.evaluate(() => (window as unknown as { readonly keysHeard: number }).keysHeard);
  }

  /** Turns the wheel, where that is needed, until an element is seen. */
  async see(target: Locator): Promise<void> {
    await this.#find(target, null);
  }

  /** Moves onto an element and presses it; what goes away from under the pointer as it arrives is not pressed. */
  async press(target: Locator): Promise<void> {
    const spot = await this.#find(target, null);
    const { mouse } = this.#page;
    await mouse.move(spot.x, spot.y, { steps: 2 });
    const isUnder = await target
      .first()
      .evaluate((element, { x, y }) => element.contains(document.elementFromPoint(x, y)), spot);
    if (!isUnder) throw new Error(`${String(target)} went away from under the pointer`);
    await mouse.down();
    await mouse.up();
  }

  /** Selects words of a text by dragging over them. */
  async dragOver(text: Locator, words: string): Promise<void> {
    const start = await this.#find(text, { text: words, end: 'start' });
    const end = await this.#find(text, { text: words, end: 'end' });
    const { mouse } = this.#page;
    await mouse.move(start.x, start.y, { steps: 2 });
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 6 });
    await mouse.up();
  }

  /** Puts the caret into a field and enters words there as an input method does, without a key. */
  async write(field: Locator, words: string): Promise<void> {
    await this.press(field);
    await field.and(this.#page.locator(':focus')).waitFor({ timeout: 5000 });
    await this.#page.keyboard.insertText(words);
  }

  /** Turns the wheel over whatever scrolls until the place can be hit. */
  async #find(target: Locator, words: Words | null): Promise<Spot> {
    await target.first().waitFor();
    for (let turns = 0; turns < 60; turns += 1) {
      const sight = await target.first().evaluate(lookAt, words);
      if (sight.kind === 'hit') return sight.spot;
      if (sight.kind === 'covered') throw new Error(`${String(target)} is covered by ${sight.by}`);
      await this.#page.mouse.move(sight.over.x, sight.over.y);
      await this.#page.mouse.wheel(0, sight.by);
    }
    throw new Error(`${String(target)} cannot be brought into view by the wheel`);
  }
}
