import { create } from 'zustand';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Settings } from '../../shared/contract/desk.ts';
import type { WireError } from '../../shared/contract/errors.ts';
import { invoke } from '../api.ts';

/** The rooms: 案卷, 收件, 审查台, 意见, 签发, 验签, 规则, 法规库, 设置. */
export type Room = 'cases' | 'intake' | 'desk' | 'opinion' | 'issue' | 'verify' | 'rules' | 'law' | 'settings';

/** Something that the palette (Ctrl+K) offers. */
export interface Command {
  /** Unique among what is registered; `find` is what the menu's 查找… runs. */
  readonly id: string;
  readonly title: string;
  /** Heading it stands under in the palette. */
  readonly group: string;
  /** Keys that do the same, as shown to the person, such as `Ctrl+F`. */
  readonly keys?: string;
  readonly run: () => void;
}

/** A short message that goes away by itself. */
export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly message: string;
}

/** What lies over the rooms, one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'audit' | 'about';

/** What the window as a whole knows and does. */
export interface DeskState {
  readonly room: Room;
  /** The case that is open, being opened, or could not be opened; {@link useCase} says which. */
  readonly caseId: string | null;
  /** Null until it has been read. */
  readonly about: CallOutput<'system.about'> | null;
  readonly aboutError: WireError | null;
  /** The defaults until they have been read; {@link DeskState.settingsState} says whether they have. */
  readonly settings: Settings;
  readonly settingsState:
    { readonly kind: 'loading' | 'ready' } | { readonly kind: 'failed'; readonly error: WireError };
  readonly toasts: readonly Toast[];
  /** What the help drawer shows; null while it is shut. */
  readonly helpTopic: string | null;
  readonly overlay: Overlay | null;
  /** Everything that rooms have registered, in the order of registration. */
  readonly commands: readonly Command[];
  readonly navigate: (room: Room) => void;
  /** Reads what the window shows of itself, at the start and on demand. */
  readonly start: () => Promise<void>;
  /** Shown at once, on the disk soon after; a failure takes it back and says so. */
  readonly changeSettings: (change: Partial<Settings>) => void;
  /** Remembers the size of a pane, in CSS pixels, under a name such as `desk.left`. */
  readonly rememberSize: (name: string, size: number) => void;
  readonly toast: (kind: Toast['kind'], message: string) => void;
  readonly dropToast: (id: number) => void;
  readonly help: (topic: string | null) => void;
  readonly show: (overlay: Overlay | null) => void;
  /** @returns what takes the list off again, for an effect to return */
  readonly registerCommands: (list: readonly Command[]) => () => void;
}

/** How long a pane must rest before its size is written, in milliseconds. */
const restingTime = 400;

let nextToast = 1;
let changes: Promise<unknown> = Promise.resolve();
let resting: ReturnType<typeof setTimeout> | undefined;

/** The window's own state: the room, the settings, messages, help, and commands. */
export const useDesk = create<DeskState>()((set, get) => ({
  room: 'cases',
  caseId: null,
  about: null,
  aboutError: null,
  settings: defaultSettings,
  settingsState: { kind: 'loading' },
  toasts: [],
  helpTopic: null,
  overlay: null,
  commands: [],

  navigate: (room) => set({ room, overlay: null }),

  start: async () => {
    set({ aboutError: null, settingsState: { kind: 'loading' } });
    const [about, settings] = await Promise.all([invoke('system.about', {}), invoke('desk.settings', {})]);
    set(about.ok ? { about: about.value } : { aboutError: about.error });
    if (settings.ok) {
      set({ settings: settings.value, settingsState: { kind: 'ready' } });
      return;
    }
    set({ settingsState: { kind: 'failed', error: settings.error } });
    get().toast('failed', settings.error.message);
  },

  changeSettings: (change) => {
    set({ settings: { ...get().settings, ...change } });
    changes = changes.then(async () => {
      const result = await invoke('desk.change-settings', change);
      if (result.ok) return;
      get().toast('failed', result.error.message);
      const kept = await invoke('desk.settings', {});
      if (kept.ok) set({ settings: kept.value });
    });
  },

  rememberSize: (name, size) => {
    const { settings } = get();
    if (settings.layout[name] === size) return;
    set({ settings: { ...settings, layout: { ...settings.layout, [name]: size } } });
    clearTimeout(resting);
    resting = setTimeout(() => get().changeSettings({ layout: get().settings.layout }), restingTime);
  },

  toast: (kind, message) => {
    const others = get().toasts.filter((toast) => toast.message !== message);
    set({ toasts: [...others, { id: nextToast++, kind, message }].slice(-4) });
  },
  dropToast: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),

  help: (topic) => set({ helpTopic: topic }),
  show: (overlay) => set({ overlay }),

  registerCommands: (list) => {
    set({ commands: [...get().commands, ...list] });
    return () => set({ commands: get().commands.filter((command) => !list.includes(command)) });
  },
}));
