import { appendFile, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveAllCases } from '../../../../electron/services/cases/open-cases.ts';
import { readSnapshot } from '../../../../electron/services/cases/snapshot.ts';
import { call, dispatch } from '../../../../electron/services/dispatch.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

let root = '';
let store = '';
let env: Environment;
let other: Environment;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cases-'));
  store = join(root, 'store');
  env = fixedEnvironment({ data: join(root, 'one') });
  other = fixedEnvironment({ data: join(root, 'two'), user: { name: 'wang', workstation: 'desk-02' } });
  await call('desk.change-settings', { store, reviewer: { name: '李某', role: '承办人' } }, env);
  await call('desk.change-settings', { store }, other);
});

afterEach(async () => {
  await Promise.all([leaveAllCases(env), leaveAllCases(other)]);
  await rm(root, { recursive: true, force: true });
});

async function takeText(name = '停车管理办法（草案）.txt'): Promise<string> {
  const path = join(root, name);
  await writeFile(
    path,
    ['卧龙区停车管理办法', '第一条　为了规范停车，制定本办法。', '第二条　经营者应当取得准入证。'].join('\n'),
  );
  return (await call('cases.take', { paths: [path] }, env)).case;
}

const setType = (id: string, type: string, desk = env) =>
  dispatch('cases.edit', { case: id, edit: { kind: 'type.set', type } }, desk);

describe('taking a case', () => {
  it('begins its journal with what the submission shows', async () => {
    const id = await takeText();
    const opened = await call('cases.open', { case: id }, env);
    expect(opened.work).toMatchObject({
      type: 'normative',
      asOf: '2026-01-05',
      head: { title: '卧龙区停车管理办法' },
      reviewer: { name: '李某', role: '承办人' },
      materials: { 草案文本: 'present' },
    });
    expect(opened).toMatchObject({ canUndo: false, canRedo: false, position: { seq: 2 } });
    const { entries, problems } = await call('cases.audit', { case: id }, env);
    expect(entries.map((entry) => entry.action)).toEqual(['打开', '收件']);
    expect(problems).toEqual([]);
  });

  it('leaves nothing when it is cancelled', async () => {
    const controller = new AbortController();
    const path = join(root, '办法（草案）.txt');
    await writeFile(path, '第一条　为了规范停车，制定本办法。');
    const progress = (message: string) => {
      if (message.startsWith('读取送审稿')) controller.abort();
    };
    const answer = await dispatch('cases.take', { paths: [path] }, { ...env, signal: controller.signal, progress });
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await readdir(store)).toEqual([]);
  });

  it('is made up for where a case was taken in by the command', async () => {
    const path = join(root, '停车场合作协议（草案）.txt');
    await writeFile(path, '停车场合作协议\n第一条　双方合作经营停车场。');
    const taken = await call('import.take', { paths: [path], into: store }, env);
    expect((await call('cases.list', {}, env)).cases).toMatchObject([{ case: taken.case, stage: 'received' }]);
    const opened = await call('cases.open', { case: taken.case }, env);
    expect(opened.work).toMatchObject({ type: 'agreement', draft: taken.taken[0]?.sha256 });
    expect(await readdir(join(store, taken.case))).toContain('journal.jsonl');
  });
});

describe('opening a case', () => {
  it('lets a second desk read, says who works on it, and lets it work once the first has left', async () => {
    const id = await takeText();
    await call('cases.open', { case: id }, env);
    const second = await call('cases.open', { case: id }, other);
    expect(second).toMatchObject({
      mode: 'read-only',
      heldBy: { user: '李某', workstation: 'desk-01' },
      readOnlyReason: '李某正在工作站“desk-01”上处理本案，此处只读。',
    });
    expect(await setType(id, 'decision', other)).toMatchObject({ ok: false, error: { code: 'case-read-only' } });
    expect(await setType(id, 'decision')).toMatchObject({ ok: true });
    await call('cases.leave', { case: id }, env);
    const again = await call('cases.open', { case: id }, other);
    expect(again).toMatchObject({ mode: 'edit', work: { type: 'decision' } });
  });

  it('gives the open case when it is opened twice, also at the same time', async () => {
    const id = await takeText();
    const both = await Promise.all([1, 2].map(() => call('cases.open', { case: id }, env)));
    expect(both.map((opened) => opened.mode)).toEqual(['edit', 'edit']);
    expect((await call('cases.audit', { case: id }, env)).total).toBe(2);
  });

  it('takes up from the journal what a kill kept from the snapshot', async () => {
    const id = await takeText();
    await call('cases.open', { case: id }, env);
    await setType(id, 'decision');
    await call('cases.leave', { case: id }, env);
    const old = await readFile(join(store, id, 'work.json'));
    await call('cases.open', { case: id }, env);
    await setType(id, 'agreement');
    await call('cases.leave', { case: id }, env);
    // As a kill between journal and snapshot leaves it.
    await writeFile(join(store, id, 'work.json'), old);
    expect(await readSnapshot(join(store, id))).toBeNull();
    expect((await call('cases.list', {}, env)).cases[0]?.type).toBe('agreement');
    await rm(join(store, id, 'work.json'));
    await rm(join(store, id, 'work.json.bak'), { force: true });
    const opened = await call('cases.open', { case: id }, env);
    expect(opened.work.type).toBe('agreement');
    expect(opened.canUndo).toBe(true);
    await call('cases.leave', { case: id }, env);
    expect((await readSnapshot(join(store, id)))?.work.type).toBe('agreement');
  });

  it('keeps what was torn, says so, and goes on', async () => {
    const id = await takeText();
    const journal = join(store, id, 'journal.jsonl');
    const { size } = await stat(journal);
    await appendFile(journal, '{"seq":2,"utc":"2026');
    const opened = await call('cases.open', { case: id }, env);
    expect(opened.repairs).toEqual([expect.stringContaining('没有写完')]);
    expect(opened.mode).toBe('edit');
    expect((await readFile(journal)).subarray(0, size).toString()).toContain('"seq":1');
    const { entries, problems } = await call('cases.audit', { case: id }, env);
    expect(entries.map((entry) => entry.action)).toContain('修复记录');
    expect(problems).toEqual([]);
  });

  it('shows a case whose chain is broken up to the break, and lets nobody change it', async () => {
    const id = await takeText();
    await call('cases.open', { case: id }, env);
    await setType(id, 'decision');
    await setType(id, 'agreement');
    await call('cases.leave', { case: id }, env);
    const journal = join(store, id, 'journal.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"type":"decision"', '"type":"normative"'));
    const opened = await call('cases.open', { case: id }, env);
    expect(opened).toMatchObject({ mode: 'read-only', work: { type: 'normative' } });
    expect(opened.readOnlyReason).toContain('第 4 条');
    expect(await setType(id, 'decision')).toMatchObject({ ok: false, error: { code: 'case-read-only' } });
    expect((await call('cases.audit', { case: id }, env)).problems).toHaveLength(1);
  });

  it('reads the draft anew where its cache is damaged, and refuses an original that is not what was taken in', async () => {
    const id = await takeText();
    const { files } = await call('cases.open', { case: id }, env);
    const sha256 = files[0]?.sha256 ?? '';
    await call('cases.leave', { case: id }, env);
    const cache = join(store, id, 'derived', `${sha256}.json`);
    await writeFile(cache, (await readFile(cache, 'utf8')).replace('准入证', '许可证'));
    const again = await call('cases.open', { case: id }, env);
    expect(again.draft?.text).toContain('准入证');
    expect(await readFile(cache, 'utf8')).toContain('准入证');
    await call('cases.leave', { case: id }, env);
    await rm(cache);
    const original = join(store, id, 'originals', sha256);
    await rename(original, `${original}.old`);
    await writeFile(original, '第一条　另一份文件。');
    const changed = await call('cases.open', { case: id }, env);
    expect(changed.draft).toBeNull();
    expect(changed.draftProblem).toContain('SHA-256');
  });

  it('refuses what is not there and what is not open', async () => {
    const missing = '20260101-000000-0000';
    expect(await dispatch('cases.open', { case: missing }, env)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await setType(missing, 'decision')).toMatchObject({ ok: false, error: { code: 'case-not-open' } });
    const id = await takeText();
    await call('cases.open', { case: id }, env);
    const answer = await dispatch('cases.close', { case: id }, env);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const undo = await dispatch('cases.undo', { case: id, direction: 'undo' }, env);
    expect(undo).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  });
});

describe('searching', () => {
  it('finds words in drafts and issues whatever their width, with what stands around them', async () => {
    const id = await takeText();
    const found = await call('cases.search', { query: '准入证' }, env);
    expect(found).toEqual({
      hits: [
        {
          case: id,
          where: '送审稿',
          before: '了规范停车，制定本办法。 第二条　经营者应当取得',
          match: '准入证',
          after: '。',
        },
      ],
      more: false,
    });
    expect((await call('cases.search', { query: '没有的词' }, env)).hits).toEqual([]);
  });
});
