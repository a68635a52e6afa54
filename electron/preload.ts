import { contextBridge, ipcRenderer } from 'electron';
import type { DeskBridge } from '../shared/contract/bridge.ts';
import { eventChannel, invokeChannel } from './shell/channels.ts';

// Two functions and nothing more: neither `ipcRenderer` nor one of its events may reach the page.
const desk: DeskBridge = {
  invoke: (id, input) => ipcRenderer.invoke(invokeChannel, id, input),
  subscribe: (listener) => {
    const hear = (_event: unknown, event: unknown): void => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.removeListener(eventChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('desk', desk);
