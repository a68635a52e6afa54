import { create } from 'zustand';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { followCall, type Progress } from '../../ui/progress-call.ts';

/** What was found about one file. */
export interface Verified {
  readonly file: string;
  readonly draft: string | null;
  readonly report: CallOutput<'sign.verify'>;
}

/** What 验签 knows; it outlives leaving the room, so that nobody has to verify twice. */
interface VerifyState {
  readonly file: string | null;
  readonly draft: string | null;
  readonly result: Verified | null;
  readonly error: WireError | null;
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  /** Latest first, at most twenty. */
  readonly history: readonly Verified[];
  readonly chooseFile: (path: string) => void;
  readonly chooseDraft: (path: string | null) => void;
  /** Shows once more what was found before. */
  readonly showAgain: (verified: Verified) => void;
  readonly run: () => Promise<void>;
  readonly cancel: () => void;
}

let cancelCurrent: () => void = () => undefined;

/** The state of 验签. */
export const useVerify = create<VerifyState>()((set, get) => ({
  file: null,
  draft: null,
  result: null,
  error: null,
  isRunning: false,
  progress: null,
  history: [],

  chooseFile: (file) => {
    cancelCurrent();
    set({ file, result: null, error: null });
  },
  chooseDraft: (draft) => {
    cancelCurrent();
    set({ draft, result: null, error: null });
  },

  showAgain: (verified) => {
    cancelCurrent();
    set({ file: verified.file, draft: verified.draft, result: verified, error: null });
  },

  run: async () => {
    const { file, draft } = get();
    if (file === null) return;
    cancelCurrent();
    set({ isRunning: true, error: null, result: null });
    const input = draft === null ? { path: file } : { path: file, draft };
    const call = followCall('sign.verify', input, (progress) => set({ progress }));
    const asked = { isWanted: true };
    cancelCurrent = () => {
      asked.isWanted = false;
      call.cancel();
      set({ isRunning: false, progress: null });
    };
    const result = await call.result;
    if (!asked.isWanted) return;
    if (!result.ok) {
      set({ isRunning: false, error: result.error });
      return;
    }
    const verified: Verified = { file, draft, report: result.value };
    set({ isRunning: false, result: verified, history: [verified, ...get().history].slice(0, 20) });
  },
  cancel: () => cancelCurrent(),
}));
