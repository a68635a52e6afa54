import { advance, refusalOf, type CaseAction, type CaseHistory } from '../../../shared/cases/case-history.ts';
import type { CaseWork } from '../../../shared/cases/case-work.ts';
import { AppError, assertNever } from '../../../shared/contract/errors.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import type { Structure } from '../../../shared/document/structure/structure.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Lock, LockHolder } from '../../storage/lock.ts';
import type { Environment } from '../environment.ts';
import type { CaseFile } from '../import/case-file.ts';
import { caseEntry, lastChange, type CaseEntry, type EntryFacts } from './case-journal.ts';
import { documentOf, type CachedDraft } from './document-cache.ts';
import { LatestWrite } from './latest-write.ts';
import { journalStamp, writeSnapshot } from './snapshot.ts';

/** The right to write to a case: its lock, and its journal under it. */
export interface Writer {
  readonly lock: Lock;
  readonly journal: Journal<CaseAction>;
}

/** A case as it was opened. */
export interface OpenedCase {
  readonly id: string;
  readonly folder: string;
  readonly manifest: CaseFile;
  readonly history: CaseHistory;
  readonly entries: readonly CaseEntry[];
  /** Null where it can only be read. */
  readonly writer: Writer | null;
  /** Chinese: why it can only be read, where that is not because it is filed away. */
  readonly obstacle: string | null;
  readonly heldBy: LockHolder | null;
  /** Chinese: what opening had to repair. */
  readonly repairs: readonly string[];
}

/** Chinese: why nothing can be changed in a case that is filed away. */
const closedReason = '本案已归档，只能查看。';

/** One case at this desk: its work in memory, and the one door through which the work is changed. */
export class OpenCase {
  readonly id: string;
  readonly folder: string;
  readonly manifest: CaseFile;
  readonly heldBy: LockHolder | null;
  readonly repairs: readonly string[];
  readonly #writer: Writer | null;
  readonly #obstacle: string | null;
  readonly #entries: readonly CaseEntry[];
  readonly #snapshot: LatestWrite;
  #history: CaseHistory;
  #last: Promise<unknown> = Promise.resolve();
  #draft: CachedDraft | null = null;
  #structure: Structure | null = null;

  /** @param log told when the snapshot, a cache, could not be written */
  constructor(opened: OpenedCase, log: Environment['log']) {
    this.id = opened.id;
    this.folder = opened.folder;
    this.manifest = opened.manifest;
    this.heldBy = opened.heldBy;
    this.repairs = opened.repairs;
    this.#writer = opened.writer;
    this.#obstacle = opened.obstacle;
    this.#entries = opened.entries;
    this.#history = opened.history;
    this.#snapshot = new LatestWrite(() => this.#writeSnapshot(), log);
  }

  /** The work as it stands. */
  get work(): CaseWork {
    return this.#history.work;
  }

  /** Every entry of the journal as far as this desk knows it. */
  get entries(): readonly CaseEntry[] {
    return this.#writer?.journal.entries ?? this.#entries;
  }

  /** Chinese: why the case can only be read; null where it can be worked on. */
  get readOnlyReason(): string | null {
    return this.work.closedAt === null ? this.#obstacle : closedReason;
  }

  /** Whether entries can be made at all, be it only for the account. */
  get isWritable(): boolean {
    return this.#writer !== null;
  }

  /** Where the journal stands, and which ways lead on from here. */
  get position(): { seq: number; savedAt: string; canUndo: boolean; canRedo: boolean } {
    const last = this.entries.at(-1);
    const isEditable = this.readOnlyReason === null && this.work.issued === null;
    return {
      seq: last?.seq ?? 0,
      savedAt: last?.utc ?? this.manifest.takenAt,
      canUndo: isEditable && this.#history.past.length > 0,
      canRedo: isEditable && this.#history.future.length > 0,
    };
  }

  /**
   * Enters an action; it is on the disk and in the work when this resolves. Actions follow one another.
   * @throws AppError `case-read-only`, `case-closed`, `case-issued`, `nothing-to-undo`; `case-held`, `output-failed`
   */
  act(action: CaseAction, facts: Omit<EntryFacts, 'role'>, env: Pick<Environment, 'user'>): Promise<void> {
    const acting = this.#last.then(async () => {
      const writer = this.#expectPossible(action);
      await writer.journal.append(caseEntry(action, { ...facts, role: this.work.reviewer.role }, env));
      this.#history = advance(this.#history, action);
      this.#snapshot.touch();
    });
    this.#last = acting.catch(() => undefined); // The one who asked hears of it; the next starts from a sound state.
    return acting;
  }

  /** @throws AppError `case-read-only`, `case-closed`, `case-issued` where the work cannot be changed any more */
  expectEditable(): void {
    // Of all actions this one is refused for these reasons alone.
    const { work } = this;
    this.#expectPossible({ kind: 'edit', edit: { kind: 'conclusion.set', conclusion: work.conclusion } });
  }

  /** Enters something for the account alone; where the case can only be read there is no account to enter it in. */
  async note(detail: string, facts: Omit<EntryFacts, 'role'>, env: Pick<Environment, 'user'>): Promise<void> {
    if (this.#writer !== null) await this.act({ kind: 'event', detail: detail.slice(0, 2000) }, facts, env);
  }

  /** The file under review; null where none is chosen. */
  get draftFile(): CaseFile['files'][number] | null {
    return this.manifest.files.find((file) => file.sha256 === this.work.draft) ?? null;
  }

  /**
   * The draft as read, kept while it is the one under review.
   * @throws AppError `bad-input` where none is chosen; whatever keeps it from being read
   */
  async readDraft(env: Environment): Promise<CachedDraft> {
    const file = this.draftFile;
    if (file === null) {
      throw new AppError('bad-input', '尚未确定哪一份文件是送审稿。请在“收件”中指定送审稿。');
    }
    if (this.#draft?.document.sha256 === file.sha256) return this.#draft;
    this.#draft = await documentOf(this.folder, file, this.isWritable, env);
    this.#structure = null;
    return this.#draft;
  }

  /** The structure of a draft that was read, computed once. */
  structureOf({ document }: CachedDraft): Structure {
    if (this.#draft?.document !== document) return analyse(document);
    this.#structure ??= analyse(document);
    return this.#structure;
  }

  /** Writes the snapshot where it is behind. */
  flush(): Promise<void> {
    return this.#snapshot.flush();
  }

  /** Says that the snapshot on the disk is behind. */
  touch(): void {
    if (this.#writer !== null) this.#snapshot.touch();
  }

  /** Waits for what is under way and gives the case back. */
  async leave(): Promise<void> {
    await this.#last;
    await this.#snapshot.flush();
    await this.#writer?.journal.close();
    await this.#writer?.lock.release();
  }

  #expectPossible(action: CaseAction): Writer {
    const refusal = refusalOf(this.#history, action);
    switch (refusal) {
      case 'closed':
        throw new AppError('case-closed', `${closedReason}本次操作没有进行。`);
      case 'issued':
        throw new AppError('case-issued', '本案的意见书已经签发，案卷内容不能再改动；可以归档，或另行收件重新审查。');
      case 'nothing':
        throw new AppError('nothing-to-undo', action.kind === 'redo' ? '没有可以重做的操作。' : '没有可以撤销的操作。');
      case null:
        break;
      default:
        assertNever(refusal);
    }
    if (this.#writer === null) {
      throw new AppError('case-read-only', `${this.#obstacle ?? '本案只能查看。'}本次操作没有保存。`);
    }
    return this.#writer;
  }

  async #writeSnapshot(): Promise<void> {
    const { work, manifest } = this;
    const changedAt = lastChange(this.entries) ?? manifest.takenAt;
    const journal = await journalStamp(this.folder);
    if (journal === null) return;
    await writeSnapshot(this.folder, {
      work,
      takenAt: manifest.takenAt,
      changedAt,
      files: manifest.files.length,
      journal,
    });
  }
}
