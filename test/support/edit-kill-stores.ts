import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { summaryOf } from '../../electron/services/cases/list-cases.ts';
import { leaveCase, openCase } from '../../electron/services/cases/open-cases.ts';
import { createCaseFile, readCaseFile } from '../../electron/services/import/case-file.ts';
import { openJournal } from '../../electron/storage/journal.ts';
import { takeLock } from '../../electron/storage/lock.ts';
import { readJournal } from '../../electron/storage/read-journal.ts';
import { systemErrorCode } from '../../electron/storage/durable-file.ts';
import { fixedEnvironment } from './environment.ts';

/** A store while a process edits in it. */
export interface EditSession {
  /** Resolves when the edit is acknowledged: from then on it must survive. */
  edit(value: string): Promise<void>;
  close(): Promise<void>;
}

/** What the kill and race harness needs of a store. */
export interface EditStore {
  /** Null when another process holds the store: nothing is acknowledged then. */
  open(folder: string): Promise<EditSession | null>;
  /** All edits in their order. Throws where the store cannot be opened. */
  readAll(folder: string): Promise<readonly string[]>;
}

function parseString(value: unknown): string {
  if (typeof value !== 'string') throw new Error('not a string');
  return value;
}

const journalStore: EditStore = {
  async open(folder) {
    const taking = await takeLock(join(folder, 'case.lock'), { user: '张三', workstation: '一号机' }, new Date());
    if (taking.kind === 'taken-by') return null;
    const { lock } = taking;
    const journal = await openJournal(join(folder, 'journal.jsonl'), {
      parsePayload: parseString,
      clock: { now: () => new Date(), monotonic: () => performance.now() },
      guard: () => lock.expectHeld(),
    });
    return {
      edit: async (payload) => {
        await journal.append({
          user: '张三',
          workstation: '一号机',
          role: '承办人',
          action: 'edit',
          outcome: 'done',
          objectHash: null,
          payload,
        });
      },
      close: async () => {
        await journal.close();
        await lock.release();
      },
    };
  },
  async readAll(folder) {
    const path = join(folder, 'journal.jsonl');
    // Killed before it existed; that a journal vanishes later, the acknowledged edits would show.
    const exists = await readFile(path).then(
      () => true,
      (error: unknown) => systemErrorCode(error) !== 'ENOENT',
    );
    if (!exists) return [];
    const { entries, problem } = await readJournal(path, parseString);
    if (problem !== null) throw new Error(problem.message);
    return entries.map((entry) => entry.payload);
  },
};

/** lowdb as its own documentation uses it. */
const stockStore: EditStore = {
  async open(folder) {
    const database = new Low<{ edits: string[] }>(new JSONFile(join(folder, 'db.json')), { edits: [] });
    await database.read();
    return {
      edit: (value) => database.update(({ edits }) => edits.push(value)),
      close: () => Promise.resolve(),
    };
  },
  async readAll(folder) {
    const database = new Low<{ edits: string[] }>(new JSONFile(join(folder, 'db.json')), { edits: [] });
    await database.read();
    return database.data.edits;
  },
};

const caseId = '20260105-090807-0001';

/** The services of a case as the window drives them: lock, journal, history and snapshot together. */
const caseStore: EditStore = {
  async open(folder) {
    const environment = fixedEnvironment({ data: folder, resources: resolve('resources'), now: () => new Date() });
    const place = join(folder, caseId);
    await mkdir(place, { recursive: true });
    const isNew = (await readCaseFile(place, () => undefined)) === null;
    // No file: nothing has to be read before the case can be opened.
    if (isNew)
      await createCaseFile(place, { case: caseId, takenAt: '2026-01-05T01:08:07.000Z', files: [], refused: [] });
    const { opened } = await openCase(folder, caseId, environment);
    if (!opened.isWritable) {
      await leaveCase(caseId, environment);
      if (opened.heldBy === null) throw new Error(opened.readOnlyReason ?? 'not writable');
      return null;
    }
    return {
      edit: async (value) => {
        const [item = ''] = value.split(' ', 1);
        const note = value.slice(item.length + 1, 20_000);
        const edit = { kind: 'item.answer', item, verdict: 'meets', note, group: null } as const;
        await opened.act({ kind: 'edit', edit }, { action: edit.kind }, environment);
      },
      close: () => leaveCase(caseId, environment),
    };
  },
  async readAll(folder) {
    const environment = fixedEnvironment({ data: folder, resources: resolve('resources') });
    const { work } = await summaryOf(folder, caseId, environment);
    return Object.entries(work.answers).map(([item, { note }]) => `${item} ${note}`);
  },
};

/** The stores that the harness knows, by the name that its children are given. */
export const editStores = {
  journal: journalStore,
  case: caseStore,
  'stock lowdb': stockStore,
} as const satisfies Record<string, EditStore>;

/** Name of a store. */
export type EditStoreName = keyof typeof editStores;

/** The store that the harness must find losses in, or it would find none anywhere. */
export const controlStore: EditStoreName = 'stock lowdb';

/** @throws Error for a name that is none */
export function editStore(name: string): EditStore {
  const found = Object.entries(editStores).find(([known]) => known === name);
  if (found === undefined) throw new Error(`no store named “${name}”`);
  return found[1];
}
