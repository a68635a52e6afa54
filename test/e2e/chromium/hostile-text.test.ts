import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveAllCases } from '../../../electron/services/cases/open-cases.ts';
import { call } from '../../../electron/services/dispatch.ts';
import { isCallId, type CallId } from '../../../shared/contract/contract.ts';
import { bridgeOrigin, openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';
import { decideSample } from '../../support/decided-case.ts';
import { fixedEnvironment } from '../../support/environment.ts';
import { rewriteAnswer, wordFieldsOf, type Fill } from '../../support/hostile-answers.ts';
import { tellingCalls, toldCalls, walkFailures } from '../../support/hostile-failures.ts';
import {
  isKept,
  reshape,
  rewritingWith,
  shownCalls,
  shownInPart,
  shownNowhere,
  type Variant,
} from '../../support/hostile-fields.ts';
import { hostilePayloads } from '../../support/hostile-payloads.ts';
import { walkEverywhere } from '../../support/hostile-walk.ts';
import { framed, leading, lookAt, watch } from '../../support/hostile-watch.ts';

const fields = [...new Set(shownCalls.flatMap((id) => wordFieldsOf(id)))].filter((field) => !isKept(field));

/** All payloads one behind the other, framed. */
function everyPayload(field: number, payloads = hostilePayloads): string {
  return payloads.map(({ token, text }) => framed(field, token, text)).join('');
}

/** What the first entries of lists hold, and every field that is in no list. */
function everythingFor(field: string): string {
  const number = fields.indexOf(field);
  const all = everyPayload(number);
  if (field === 'desk.help.markdown') {
    // As Markdown, and once more as it is.
    return `${hostilePayloads.map(({ text }) => text).join('\n\n')}\n\n\`\`\`\n${all}\n\`\`\`\n`;
  }
  if (field !== 'desk.choose.paths[]') return all;
  return `/stick/${everyPayload(
    number,
    hostilePayloads.filter(({ text }) => !/[/\\]/u.test(text)),
  )}`;
}

const fill: Fill = (field, { isFirst, nth }) => {
  const one = hostilePayloads[nth % hostilePayloads.length];
  return isFirst || one === undefined ? everythingFor(field) : leading(fields.indexOf(field), one.token, one.text, nth);
};

/** Puts a text into the page as a careless page would. */
async function putIn(page: Page, markup: string): Promise<void> {
  await page.evaluate((given) => {
    const main = document.querySelector('main') ?? document.body;
    main.innerHTML = given;
  }, markup);
}

/** Whether a call asks for a folder to write into, which must be there. */
function isTarget(input: unknown): boolean {
  return JSON.stringify(input).includes('target-folder');
}

/** Watches a desk on a walk, and gathers which payloads of which field are seen. */
async function observe(desk: DeskPage, names: readonly string[]) {
  const { happenings } = await watch(desk.page);
  const seen = new Map(names.map((name) => [name, new Set<string>()]));
  const intruders: string[] = [];
  const look = async (screen: string): Promise<void> => {
    const sight = await lookAt(desk.page);
    intruders.push(...sight.intruders.map((intruder) => `${screen}: ${intruder}`));
    for (const text of sight.texts) {
      const [number = '', token = ''] = text.split('.');
      seen.get(names[Number(number)] ?? '')?.add(token);
    }
  };
  return { seen, intruders, happenings, look };
}

describe.skipIf(missingChromium !== '')(
  `hostile texts (${missingChromium || 'chromium'})`,
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    let data: string;
    let signed: string;

    beforeAll(async () => {
      browser = await launchChromium();
      data = mkdtempSync(join(tmpdir(), 'hostile-text-'));
      const decide = async (day: number) => {
        const env = fixedEnvironment({ data, now: () => new Date(2026, 0, day, 9) });
        const { id, decisions } = await decideSample('normative', env);
        const { work } = await call('cases.open', { case: id }, env);
        await call('cases.edit', { case: id, edit: { kind: 'conclusion.set', conclusion: decisions.conclusion } }, env);
        return { id, env, work };
      };
      const { id, env, work } = await decide(5);
      const { findings } = await call('cases.check', { case: id }, env);
      const dismissals = findings
        .filter(({ key }) => !work.issues.some(({ finding }) => finding === key))
        .slice(-1)
        .map(({ key, check, quote }) => ({ finding: key, check, quote, reason: '不成立' }));
      await call('cases.edit', { case: id, edit: { kind: 'findings.dismiss', dismissals } }, env);
      await leaveAllCases(env);
      const later = await decide(6);
      const { paths } = await call('cases.issue', { case: later.id }, later.env);
      signed = paths.find((path) => path.endsWith('.pdf')) ?? '';
      await leaveAllCases(later.env);
    });
    afterAll(async () => {
      await browser.close();
      rmSync(data, { recursive: true, force: true });
    });

    it('are at least a hundred, each another one', () => {
      expect(new Set(hostilePayloads.map(({ text }) => text)).size).toBe(hostilePayloads.length);
      expect(hostilePayloads.length).toBeGreaterThanOrEqual(100);
    });

    it('do all that is watched for where a page takes them for markup', async () => {
      const page = await browser.newPage();
      await page.route('**/*', (route) =>
        route.request().url() === `${bridgeOrigin}/`
          ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title><main></main>' })
          : // Nothing comes back, so that a page that goes elsewhere stays as well.
            route.fulfill({ status: 204 }),
      );
      await page.goto(`${bridgeOrigin}/`);
      const { happenings } = await watch(page);
      const unnoticed: string[] = [];
      for (const { token, text } of hostilePayloads.filter(({ isMarkup }) => isMarkup)) {
        await putIn(page, text);
        const { intruders } = await lookAt(page);
        if (intruders.length === 0 && !happenings.some((each) => each.includes(token))) unnoticed.push(text);
      }
      const kinds = new Set(happenings.map((happening) => happening.split(':')[0]));
      expect([...kinds].sort()).toEqual(['navigation', 'ran', 'request']);
      expect(unnoticed).toEqual([]);
      await page.close();
    });

    it('are kept from running and from fetching by the policy, and what they try is noticed', async () => {
      const desk = await openDesk(browser);
      const { happenings } = await watch(desk.page);
      await desk.page.locator('.cases-first').waitFor();
      // No policy holds a page that refreshes itself elsewhere; the window does.
      const payloads = hostilePayloads.filter(({ text, isMarkup }) => isMarkup && !text.includes('refresh'));
      for (const { text } of payloads) await putIn(desk.page, text);
      expect(happenings.filter((each) => each.startsWith('ran'))).toEqual([]);
      expect(desk.faults.filter((fault) => fault.startsWith('policy')).length).toBeGreaterThan(50);
      expect(desk.faults.filter((fault) => fault.startsWith('request'))).toEqual([]);
      await desk.close();
    });

    it('stay texts in every field of every room, layer and state, and are seen there word for word', async () => {
      const target = mkdtempSync(join(tmpdir(), 'hostile-target-'));
      let variant: Variant = 'usual';
      const desk = await openDesk(browser, {
        data,
        dispatch: (next) => async (id, input, env) => {
          // What was chosen or typed is hostile as well by now; the services are asked for what is there.
          const asked = id === 'sign.verify' ? { path: signed } : id === 'law.complete' ? { query: '法' } : input;
          const answer = await next(id, asked, env);
          if (!answer.ok || !isCallId(id) || isTarget(input)) return answer;
          return { ok: true, value: rewriteAnswer(id, reshape(id, answer.value, variant), rewritingWith(fill)) };
        },
      });
      const { seen, intruders, happenings, look } = await observe(desk, fields);
      await walkEverywhere({ desk, look, target, query: '规定', openAs: (wanted) => (variant = wanted) });
      const wrong = fields.filter((field) => {
        const count = seen.get(field)?.size ?? 0;
        if (field in shownNowhere) return count > 0;
        return field in shownInPart ? count < 40 : count < hostilePayloads.length;
      });
      expect(wrong).toEqual([]);
      expect([...intruders, ...happenings, ...desk.faults]).toEqual([]);
      await desk.close();
      rmSync(target, { recursive: true, force: true });
    });

    it('stay texts in a draft that was really read, and in what a person types', async () => {
      const own = mkdtempSync(join(tmpdir(), 'hostile-draft-'));
      // What a plain text can hold, and reading keeps as it is: a line is a paragraph, most control characters make it no
      // text at all, and what has no width is left out.
      // eslint-disable-next-line no-control-regex -- control characters are what it looks for
      const unfit = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2028\u2029\ufeff]/u;
      const lines = hostilePayloads.filter(({ text }) => !unfit.test(text) && Buffer.from(text).toString() === text);
      const draft = join(own, '办法（草案）<img src=x onerror=pwned(1)>.txt');
      writeFileSync(draft, lines.map(({ token, text }) => framed(0, token, text.trimEnd())).join('\n'));
      const env = fixedEnvironment({ data: own });
      await call('cases.take', { paths: [draft] }, env);
      await leaveAllCases(env);
      const desk = await openDesk(browser, { data: own });
      const { page } = desk;
      const { happenings } = await watch(page);
      await page.locator('.cases-name').first().click();
      await page.getByRole('tab', { name: /^检查结果 \d/u }).waitFor();
      await page.locator('.document-pane-paper').click();
      await page.keyboard.press('Control+End');
      const missing = async (): Promise<readonly string[]> => {
        const seen = new Set((await lookAt(page)).texts.map((text) => text.split('.')[1]));
        return lines.filter(({ token }) => !seen.has(token)).map(({ text }) => text);
      };
      await expect.poll(missing).toEqual([]);
      expect(lines.length).toBeGreaterThan(100);
      const typed = lines.map(({ text }) => text).filter((text) => text.length < 190 && !text.includes('\u3000'));
      const type = async (field: Locator, texts: readonly string[]): Promise<void> => {
        for (const text of texts) {
          await field.fill(text);
          expect(await field.inputValue()).toBe(text);
        }
      };
      await page.keyboard.press('Control+f');
      await type(page.locator('.document-pane input'), typed);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await type(page.getByRole('combobox', { name: '全部操作' }), typed);
      await page.keyboard.press('Escape');
      for (const room of ['案卷', '规则', '法规库']) {
        await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
        await type(page.getByRole('searchbox').first(), typed.slice(0, 40));
      }
      expect([...(await lookAt(page)).intruders, ...happenings, ...desk.faults]).toEqual([]);
      await desk.close();
      rmSync(own, { recursive: true, force: true });
    });

    it('stay texts in every message of a failure and of progress', async () => {
      const messages = [...toldCalls.map((id) => `failure of ${id}`), ...tellingCalls.map((id) => `progress of ${id}`)];
      const waiting: (() => void)[] = [];
      let isLet = (id: CallId): boolean => !toldCalls.some((told) => told === id);
      const desk = await openDesk(browser, {
        data,
        dispatch: (next) => async (id, input, env) => {
          if (!isCallId(id) || isLet(id)) return next(id, input, env);
          if (tellingCalls.some((telling) => telling === id)) {
            env.progress(everyPayload(messages.indexOf(`progress of ${id}`)), { done: 1, total: 2 });
            // Until it was looked at, or else for as long as nobody looks.
            await Promise.race([setTimeout(8000), new Promise<void>((resolve) => waiting.push(resolve))]);
          }
          const message = everyPayload(messages.indexOf(`failure of ${id}`));
          return { ok: false, error: { code: 'bad-input', message, data: { path: message } } };
        },
      });
      const { seen, intruders, happenings, look } = await observe(desk, messages);
      await walkFailures({
        desk,
        look: async (screen) => {
          await look(screen);
          for (const release of waiting.splice(0)) release();
        },
        letThrough: (calls) => (isLet = (id) => calls.includes(id) || !toldCalls.some((told) => told === id)),
        fail: (...calls) => (isLet = (id) => !calls.includes(id)),
      });
      expect(messages.filter((message) => (seen.get(message)?.size ?? 0) < hostilePayloads.length)).toEqual([]);
      expect([...intruders, ...happenings, ...desk.faults]).toEqual([]);
      await desk.close();
    });
  },
);
