import type { Locator, Page } from 'playwright-core';
import type { DeskPage } from './bridge.ts';
import type { Variant } from './hostile-fields.ts';

/** What the walk needs beside the page. */
export interface Road {
  readonly desk: DeskPage;
  /** Called at every screen, with its name. */
  readonly look: (screen: string) => Promise<void>;
  /** Words that the search of all cases finds. */
  readonly query: string;
  /** A folder to copy into, as the person chooses it. */
  readonly target: string;
  /** Makes the next opening of a case another one than the services have it. */
  readonly openAs: (variant: Variant) => void;
}

/** The button that leads to a room that belongs to no case. */
export const roomButton = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '各室' }).getByRole('button', { name, exact: true });
/** The button that leads to a step of the open case. */
export const stepButton = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name });

/** Presses a control where it is, whatever the flood of words does to the layout. */
export async function press(control: Locator): Promise<void> {
  await control.evaluate((element) => {
    if (element instanceof HTMLElement) element.click();
  });
}

/** Goes through every room, layer and state that shows what somebody else wrote, and looks at each. */
export async function walkEverywhere(road: Road): Promise<void> {
  const { desk, look } = road;
  const { page } = desk;
  page.setDefaultTimeout(30_000);
  await page.locator('.cases-name').first().waitFor();
  await look('案卷');
  await page.locator('.cases-search input').fill(road.query);
  await page.locator('.cases-hit').first().waitFor();
  await look('案卷, found');
  await walkRooms(road);
  await walkLayers(road);
  await walkCase(road);
  await walkIssued(road);
  await walkVariants(road);
}

async function walkRooms({ desk, look }: Road): Promise<void> {
  const { page } = desk;
  await press(roomButton(page, '规则'));
  await page.locator('.rules-item').first().waitFor();
  await look('规则');
  await press(roomButton(page, '法规库'));
  await press(page.locator('.law-card summary').first());
  await look('法规库');
  await press(roomButton(page, '验签'));
  desk.choices.push(['/chosen']);
  await press(page.locator('.verify-choice button').first());
  await press(page.locator('.verify-choose > .button'));
  await page.locator('.verify-verdict').first().waitFor();
  await look('验签');
  await press(roomButton(page, '设置'));
  await page.locator('.settings-about').waitFor();
  await look('设置');
}

async function walkLayers({ desk, look }: Road): Promise<void> {
  const { page } = desk;
  const layers = [
    ['关于', 'about', '.about-facts'],
    ['使用说明', 'help', '.help pre'],
    ['全部操作', 'palette', '.palette-entry'],
  ] as const;
  for (const [name, command, content] of layers) {
    await desk.send({ kind: 'command', command });
    await page.locator(content).first().waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
}

/** Opens a case of the list, by its place there. */
async function openCase({ desk }: Road, nth: number): Promise<void> {
  await press(roomButton(desk.page, '案卷'));
  await press(desk.page.locator('.cases-name').nth(nth));
}

async function walkCase(road: Road): Promise<void> {
  const { desk, look } = road;
  const { page } = desk;
  await openCase(road, 1);
  await page.locator('.desk-room [role="tab"]').first().waitFor();
  await press(page.locator('#desk-left-outline'));
  await page.locator('.desk-outline-entry').first().waitFor();
  await look('审查台, outline');
  for (const tab of ['checklist', 'findings'] as const) {
    await press(page.locator(`#desk-left-${tab}`));
    await press(page.locator(tab === 'findings' ? '.desk-finding' : '.desk-item').first());
    await look(`审查台, ${tab}`);
  }
  await page
    .locator('.desk-filter-checks .ant-select-content, .desk-filter-checks')
    .first()
    .dispatchEvent('mousedown', { bubbles: true, button: 0 });
  await page.locator('.ant-select-item-option').first().waitFor();
  await look('审查台, checks to choose from');
  await page.keyboard.press('Escape');
  // What was set aside shows its reason on its card.
  await press(page.locator('.desk-finding[data-state="dismissed"]').first());
  await look('审查台, dismissed');
  await press(page.locator('#desk-right-materials'));
  await look('审查台, materials');
  await press(page.locator('#desk-right-issues'));
  await press(page.locator('.desk-unplaced .desk-link').first());
  await page.locator('.desk-issue-card').waitFor();
  await look('审查台, issue');
  await page.locator('.desk-basis-name input').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.type('法');
  await page.locator('.desk-law-option').first().waitFor();
  await look('审查台, laws to choose from');
  await press(stepButton(page, '收件'));
  await page.locator('.intake-table').waitFor();
  for (const more of await page.locator('.intake-xray .plain-button').all()) await press(more);
  await look('收件');
  await press(stepButton(page, '意见'));
  await page.locator('[data-page="1"] canvas').waitFor({ state: 'attached' });
  await look('意见');
  await press(stepButton(page, '签发'));
  await page.locator('.issue-signer .facts').waitFor();
  await look('签发');
  await press(page.getByRole('button', { name: /^审计 #/u }));
  await page.locator('.audit-list li').first().waitFor();
  await look('审计记录');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.locator('.palette-entry').first().waitFor();
  await look('全部操作, with a case');
  await page.keyboard.press('Escape');
}

async function walkIssued(road: Road): Promise<void> {
  const { desk, look } = road;
  const { page } = desk;
  await openCase(road, 0);
  await press(stepButton(page, '签发'));
  await page.locator('.issue-verdict').waitFor();
  desk.choices.push([road.target]);
  await press(page.locator('.issue-files .quiet-button').first());
  await page.locator('.issue-delivered').waitFor();
  await look('签发, issued');
}

async function walkVariants(road: Road): Promise<void> {
  const { desk, look } = road;
  const { page } = desk;
  road.openAs('held');
  await openCase(road, 1);
  await page.locator('.banner-repair').waitFor();
  await page.locator('#desk-left-findings').waitFor();
  await press(page.locator('#desk-left-findings'));
  await press(page.locator('.desk-blank summary').first());
  await look('审查台, held');
  road.openAs('without draft');
  await openCase(road, 0);
  await page.locator('.desk-elsewhere').waitFor();
  await look('审查台, without draft');
  await press(stepButton(page, '收件'));
  await page.locator('.intake-problem').waitFor();
  await look('收件, without draft');
  road.openAs('usual');
}
