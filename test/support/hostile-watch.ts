import type { Page } from 'playwright-core';
import { visibleText } from '../../renderer/ui/visible-text.ts';
import { hostilePayloads, trapName } from './hostile-payloads.ts';

/** Frames a payload wherever it is put in, so that it is found again on the screen: field and payload, and its end. */
export function framed(field: number, token: string, text: string): string {
  return `〔${field}.${token}〕${text}〔〕`;
}

/** As {@link framed}, with the payload at the very beginning, where an address or a program would have to stand. */
export function leading(field: number, token: string, text: string, nth: number): string {
  return `${text}〔${field}.${token}!${nth}〕`;
}

/** What stands on the screen at one moment. */
export interface Sight {
  /** `<field>.<token>` for each payload that is seen, word for word, as text or in a field that one types in. */
  readonly texts: readonly string[];
  /** What can only have come from a payload that was taken for more than a text. */
  readonly intruders: readonly string[];
}

/** The kinds of elements that the application itself is made of. */
const ownElements =
  'html head meta title link script style body div span p b i em strong small code kbd mark del ins q bdi br hr pre ' +
  'h1 h2 h3 h4 h5 h6 header footer main nav aside section article search details summary dialog blockquote ' +
  'ul ol li dl dt dd table thead tbody tr th td button input textarea label progress canvas svg path g title rect';

/** Looks at all there is in the page. */
export async function lookAt(page: Page): Promise<Sight> {
  const texts = Object.fromEntries(hostilePayloads.map(({ token, text }) => [token, [text, visibleText(text)]]));
  return page.evaluate(inspect, { texts, own: ownElements.split(' ') });
}

/** Runs in the page. */
function inspect(given: {
  /** How each payload may stand there: as it is, or with its controls shown as signs. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly own: readonly string[];
}): Sight {
  // A field of one line keeps no line ends.
  const plain = (text: string): string => text.replaceAll(/[\r\n]/gu, '');
  const find = (whole: string): readonly string[] =>
    [...whole.matchAll(/〔(\d+)\.(pw\d{3})(?:!\d+)?〕/gu)]
      .filter(({ 0: frame, 2: token = '', index }) => {
        const after = index + frame.length;
        return given.texts[token]?.map(plain).some((payload) => {
          const before = index - payload.length;
          return frame.includes('!') ? whole.startsWith(payload, before) : whole.startsWith(`${payload}〔〕`, after);
        });
      })
      .map(([, field = '', token = '']) => `${field}.${token}`);

  const pieces: string[] = [];
  const isShown = new Map<Element, boolean>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null) continue;
    if (!isShown.has(parent)) isShown.set(parent, parent.checkVisibility({ visibilityProperty: true }));
    if (isShown.get(parent) === true) pieces.push(node.nodeValue ?? '');
  }
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    .filter((field) => field.checkVisibility({ visibilityProperty: true }))
    .map((field) => field.value);

  // What is said to a person in words; a payload in any other attribute may do something.
  const worded = new Set(['title', 'aria-label', 'placeholder', 'value']);
  const intruders = new Set<string>();
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (!given.own.includes(name)) intruders.add(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      const isHandler = attribute.startsWith('on') || attribute === 'srcdoc' || attribute === 'autofocus';
      const isMarked = !worded.has(attribute) && /pw\d{3}/u.test(attribute + value);
      if (isHandler || isMarked) intruders.add(`<${name} ${attribute}="${value.slice(0, 60)}">`);
    }
  }
  // The application's own stand in the head.
  for (const { localName } of document.body.querySelectorAll('script, style, link, meta')) {
    intruders.add(`<${localName}> in the body`);
  }
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
    if (/pw\d{3}/u.test(node.nodeValue ?? '')) intruders.add(`<!--${node.nodeValue?.slice(0, 60)}-->`);
  }
  const texts = new Set([plain(pieces.join('')), ...typed.map(plain)].flatMap(find));
  return { texts: [...texts], intruders: [...intruders] };
}

/** What happened in a page that no text may bring about, in the order in which it happened. */
export interface Watch {
  readonly happenings: readonly string[];
}

/** Watches a page for everything that a text can do where it is taken for more than a text. */
export async function watch(page: Page): Promise<Watch> {
  const happenings: string[] = [];
  await page.context().exposeFunction(trapName, (token: unknown) => happenings.push(`ran: ${String(token)}`));
  page.on('dialog', (dialog) => {
    happenings.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (/pw\d{3}/u.test(decodeURIComponent(request.url()))) happenings.push(`request: ${request.url()}`);
  });
  page.on('framenavigated', (frame) => happenings.push(`navigation: ${frame.url()}`));
  page.on('download', (download) => happenings.push(`download: ${download.url()}`));
  page.on('worker', (worker) => {
    if (/pw\d{3}/u.test(worker.url())) happenings.push(`worker: ${worker.url()}`);
  });
  page.context().on('page', (opened) => happenings.push(`window: ${opened.url()}`));
  return { happenings };
}
