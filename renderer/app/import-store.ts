import { create } from 'zustand';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/errors.ts';
import { invoke } from '../api.ts';
import { followCall, type FollowedCall, type Progress } from '../ui/progress-call.ts';
import { useCase } from './case-store.ts';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';

/** Taking submissions in, from wherever in the window it was asked for. */
export interface ImportState {
  /** Null where nothing has been under way for half a second. */
  readonly progress: Progress | null;
  readonly isRunning: boolean;
  /** Takes files and folders in as a new case and shows what became of them. */
  readonly take: (paths: readonly string[]) => Promise<void>;
  readonly takeSample: (sample: 'normative' | 'agreement') => Promise<void>;
  /** Lets the person choose first; nothing happens where they cancel. */
  readonly choose: (kind: 'submission-files' | 'submission-folder') => Promise<void>;
  readonly cancel: () => void;
}

type Taken = CallOutput<'cases.take'>;

let current: FollowedCall<Taken> | null = null;

/** The import that is under way, if one is. */
export const useImport = create<ImportState>()((set, get) => {
  const finish = async (result: Result<Taken>): Promise<void> => {
    const { toast, navigate } = useDesk.getState();
    if (!result.ok) {
      toast(result.error.code === 'cancelled' ? 'done' : 'failed', result.error.message);
      return;
    }
    const { taken, refused } = result.value;
    await useCase.getState().open(result.value.case);
    navigate('intake');
    toast('done', text.cases.taken(taken.length, refused.length));
  };
  const run = async (makeCall: () => FollowedCall<Taken>): Promise<void> => {
    if (get().isRunning) {
      useDesk.getState().toast('failed', text.cases.busy);
      return;
    }
    const call = makeCall();
    current = call;
    set({ isRunning: true });
    const result = await call.result;
    current = null;
    set({ isRunning: false });
    await finish(result);
  };
  const show = (progress: Progress | null): void => set({ progress });
  return {
    progress: null,
    isRunning: false,
    take: (paths) => run(() => followCall('cases.take', { paths: [...paths] }, show)),
    takeSample: (sample) => run(() => followCall('cases.take-sample', { sample }, show)),
    choose: async (kind) => {
      const chosen = await invoke('desk.choose', { kind });
      if (!chosen.ok) useDesk.getState().toast('failed', chosen.error.message);
      else if (chosen.value.paths.length > 0) await get().take(chosen.value.paths);
    },
    cancel: () => current?.cancel(),
  };
});
