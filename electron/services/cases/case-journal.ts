import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  advance,
  beginHistory,
  caseActionSchema,
  type CaseAction,
  type CaseHistory,
} from '../../../shared/cases/case-history.ts';
import type { JournalEntry, NewEntry } from '../../storage/journal-entry.ts';
import { openJournal, type Journal } from '../../storage/journal.ts';
import { readJournal, type JournalReading } from '../../storage/read-journal.ts';
import type { Environment } from '../environment.ts';

/** One line of a case's journal. */
export type CaseEntry = JournalEntry<CaseAction>;

/** Where a case's journal lies. */
export function journalPath(folder: string): string {
  return join(folder, 'journal.jsonl');
}

function parsePayload(value: unknown): CaseAction {
  return caseActionSchema.parse(value);
}

/** What is entered of an action besides the action itself. */
export interface EntryFacts {
  /** Name under which the account lists it, e.g. `issue.add`, `opened`. */
  readonly action: string;
  readonly role: string;
  readonly outcome?: NewEntry<CaseAction>['outcome'];
  /** SHA-256 of what was acted on. */
  readonly objectHash?: string | null;
}

/** The entry of an action. */
export function caseEntry(
  payload: CaseAction,
  { action, role, outcome = 'done', objectHash = null }: EntryFacts,
  { user }: Pick<Environment, 'user'>,
): NewEntry<CaseAction> {
  return { user: user.name, workstation: user.workstation, role, action, outcome, objectHash, payload };
}

/**
 * The history that the entries of a journal tell; null where its first entry does not begin a case.
 * Folding is the one way from a journal to the work.
 */
export function foldEntries(entries: readonly CaseEntry[]): CaseHistory | null {
  const [first, ...rest] = entries;
  if (first?.payload.kind !== 'take') return null;
  return rest.reduce((history, entry) => advance(history, entry.payload), beginHistory(first.payload.work));
}

/** When the work was last changed: events are there for the account and change nothing. */
export function lastChange(entries: readonly CaseEntry[]): string | null {
  return entries.findLast((entry) => entry.payload.kind !== 'event')?.utc ?? null;
}

/** Opens the journal of a case for writing. @throws AppError `journal-broken`, `output-failed` */
export function openCaseJournal(
  folder: string,
  env: Pick<Environment, 'now'>,
  guard: () => Promise<void>,
): Promise<Journal<CaseAction>> {
  return openJournal(journalPath(folder), {
    parsePayload,
    clock: { now: env.now, monotonic: () => performance.now() },
    guard,
  });
}

/** Reads the journal of a case without touching it. @throws AppError `not-found`, `not-readable` */
export function readCaseJournal(folder: string): Promise<JournalReading<CaseAction>> {
  return readJournal(journalPath(folder), parsePayload);
}
