import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as AxeApi from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe-core holds to be serious or critical on the page as it stands. */
export async function seriousProblems(page: Page): Promise<readonly string[]> {
  // What fades in has another contrast on the way.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  // By evaluation: the policy refuses a script element.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof AxeApi };
    const { violations, passes } = await axe.run(document, {
      resultTypes: ['violations'],
      // Off by default: what is smaller than 24 by 24 needs room around it.
      rules: { 'target-size': { enabled: true } },
    });
    if (passes.length < 10) return [`only ${passes.length} rules found something to look at`];
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
      );
  });
}

/** A room, layer or state of the application, how one comes to it from the one before, and what shows that it is there. */
export interface Place {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
  readonly content: string;
}

/** Goes from place to place and says, by place, what is seriously wrong there. */
export async function problemsAt(
  page: Page,
  places: readonly Place[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, go, content } of places) {
    await go(page);
    await page.locator(content).first().waitFor();
    const problems = await seriousProblems(page);
    if (problems.length > 0) found[name] = problems;
  }
  return found;
}
