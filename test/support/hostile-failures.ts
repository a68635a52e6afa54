import type { CallId } from '../../shared/contract/contract.ts';
import { press, roomButton, stepButton, type Road } from './hostile-walk.ts';

/** The calls whose failure the window tells. */
export const toldCalls = [
  'system.about',
  'desk.settings',
  'desk.change-settings',
  'desk.choose',
  'desk.reveal',
  'desk.help',
  'rules.packs',
  'law.search',
  'sign.verify',
  'cases.list',
  'cases.search',
  'cases.take',
  'cases.open',
  'cases.check',
  'cases.edit',
  'cases.undo',
  'cases.leave',
  'cases.close',
  'cases.audit',
  'cases.gate',
  'cases.preview',
  'cases.signers',
  'cases.issue',
  'cases.issued',
  'cases.deliver',
] as const satisfies readonly CallId[];

/** Those of them that say what they are doing meanwhile. */
export const tellingCalls = [
  'sign.verify',
  'cases.take',
  'cases.check',
  'cases.preview',
  'cases.issue',
  'cases.deliver',
] as const satisfies readonly CallId[];

/** A walk on which calls fail. */
export interface FailingRoad extends Pick<Road, 'desk' | 'look'> {
  /** Lets these calls through from now on, and no others. */
  readonly letThrough: (calls: 'all' | readonly CallId[]) => void;
  /** Lets everything through but these. */
  readonly fail: (...calls: readonly CallId[]) => void;
}

/** Goes wherever a failure is told and looks at each. */
export async function walkFailures(road: FailingRoad): Promise<void> {
  const { desk } = road;
  desk.page.setDefaultTimeout(30_000);
  await walkRooms(road);
  await walkRegister(road);
  await walkCase(road);
  await walkSigning(road);
  await walkIssued(road);
}

async function walkRooms({ desk, look, letThrough }: FailingRoad): Promise<void> {
  const { page } = desk;
  await page.locator('.frame-room [role="alert"]').waitFor();
  await look('案卷, settings and list failed');
  for (const [name, shown] of [
    ['规则', '[role="alert"]'],
    ['法规库', '.law [role="alert"]'],
    ['设置', '.settings [role="alert"]'],
  ] as const) {
    await press(roomButton(page, name));
    await page.locator(shown).first().waitFor();
    await look(`${name}, failed`);
  }
  letThrough(['desk.settings']);
  await press(page.locator('.settings [role="alert"] button').first());
  await press(page.locator('.settings input[type="radio"]').last());
  await page.locator('.toast-failed').last().waitFor();
  await look('设置, not kept');
  await desk.send({ kind: 'command', command: 'help' });
  await page.locator('.help [role="alert"]').waitFor();
  await look('使用说明, failed');
  await page.keyboard.press('Escape');
  await press(roomButton(page, '验签'));
  await press(page.locator('.verify-choice button').first());
  await page.locator('.toast-failed').last().waitFor();
  await look('验签, nothing chosen');
  letThrough(['desk.choose']);
  desk.choices.push(['/chosen']);
  await press(page.locator('.verify-choice button').first());
  await press(page.locator('.verify-choose > .button'));
  await page.locator('.progress-message').waitFor();
  await look('验签, under way');
  await page.locator('.verify-result [role="alert"]').waitFor();
  await look('验签, failed');
}

async function walkRegister({ desk, look, letThrough }: FailingRoad): Promise<void> {
  const { page } = desk;
  letThrough(['desk.choose', 'cases.list']);
  await press(roomButton(page, '案卷'));
  desk.choices.push(['/chosen']);
  await page.locator('.cases-search input').fill('规定');
  await page.locator('.toast-failed').last().waitFor();
  await look('案卷, search failed');
  await desk.send({ kind: 'command', command: 'open' });
  await page.locator('.progress-message').waitFor();
  await look('import under way');
  await page.locator('.progress-message').waitFor({ state: 'detached' });
  await look('import failed');
  await page.locator('.cases-search input').fill('');
  await press(page.locator('.cases-name').nth(1));
  await page.locator('.notice[role="alert"] .notice-detail').waitFor();
  await look('案卷, not opened');
}

async function walkCase({ desk, look, fail }: FailingRoad): Promise<void> {
  const { page } = desk;
  fail('cases.check', 'cases.gate', 'cases.preview', 'cases.signers', 'cases.audit', 'cases.edit', 'cases.leave');
  await press(page.locator('.notice .button'));
  await page.locator('.desk-room [role="tab"]').first().waitFor();
  await page.locator('.desk-check-line').waitFor();
  await look('审查台, checks under way');
  await page.locator('.desk-check-failed').waitFor();
  await look('审查台, checks failed');
  await press(page.getByRole('button', { name: /^审计 #/u }));
  await page.locator('.audit [role="alert"]').waitFor();
  await look('审计记录, failed');
  await page.keyboard.press('Escape');
  await press(stepButton(page, '收件'));
  await press(page.locator('.intake-materials input[type="radio"]:not(:checked)').first());
  await page.locator('.toast-failed').last().waitFor();
  await look('收件, not saved');
  await press(stepButton(page, '意见'));
  await page.locator('.progress-message').waitFor();
  await look('意见, under way');
  await page.locator('.opinion-pages-failed').waitFor();
  await page.locator('.opinion-gate [role="alert"]').waitFor();
  await look('意见, failed');
  await press(stepButton(page, '签发'));
  await page.locator('.issue-signer .issue-failure').waitFor();
  await look('签发, no certificate');
}

async function walkSigning({ desk, look, fail }: FailingRoad): Promise<void> {
  const { page } = desk;
  fail('cases.issue', 'cases.undo', 'cases.leave');
  // The gate is asked anew on the way in, the pages on demand.
  await press(stepButton(page, '意见'));
  await page.locator('.opinion-conclusion').waitFor();
  await press(stepButton(page, '签发'));
  await press(page.locator('.opinion-pages-failed button'));
  await page.locator('.issue-sign .button:enabled').waitFor();
  await press(page.locator('.issue-sign .button'));
  await page.locator('.issue-sign .progress-message').waitFor();
  await look('签发, under way');
  await page.locator('.issue-sign .issue-failure').waitFor();
  await look('签发, failed');
  await page.keyboard.press('Control+z');
  await page.locator('.toast-failed').last().waitFor();
  await look('not undone');
}

async function walkIssued({ desk, look, fail }: FailingRoad): Promise<void> {
  const { page } = desk;
  fail('cases.leave', 'cases.issued');
  await press(roomButton(page, '案卷'));
  await press(page.locator('.cases-name').first());
  await page.locator('.desk-room [role="tab"]').first().waitFor();
  await look('the case before was not given back');
  await press(stepButton(page, '签发'));
  await page.locator('.issue-pages .notice').waitFor();
  await look('签发, nothing to read');
  fail('sign.verify', 'cases.deliver', 'cases.close', 'desk.reveal');
  await press(page.locator('.issue-pages .notice .button'));
  await page.locator('.issue-files li').first().waitFor();
  await look('签发, verifying');
  await page.locator('.issue-verification .issue-failure').waitFor();
  desk.choices.push(['/chosen']);
  const [deliver, reveal] = [0, 1].map((nth) => page.locator('.issue-files .issue-actions button').nth(nth));
  if (deliver === undefined || reveal === undefined) throw new Error('the files have lost their buttons');
  await page.locator('.issue-files .issue-actions button:enabled').nth(1).waitFor();
  await press(deliver);
  await page.locator('.issue-files .progress-message').waitFor();
  await look('签发, copying');
  await page.locator('.issue-files .issue-failure').waitFor();
  await press(reveal);
  await press(page.locator('.issue-sign .quiet-button'));
  await page.locator('.toast-failed').nth(1).waitFor();
  await look('签发, not verified, not copied, not shown, not filed');
}
