import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DeskBridge } from '../shared/contract/bridge.ts';
import { cancelChannel, eventChannel, invokeChannel } from './shell/channels.ts';

/** Where a file lies; empty for what is no file or has no place on the disk. */
function pathOf(file: object): string {
  try {
    // Electron itself refuses what is no file.
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}

// Four functions and nothing more: neither `ipcRenderer` nor one of its events may reach the page.
const desk: DeskBridge = {
  invoke: (id, input, ticket) => ipcRenderer.invoke(invokeChannel, id, input, ticket),
  cancel: (ticket) => ipcRenderer.send(cancelChannel, ticket),
  subscribe: (listener) => {
    const hear = (_event: unknown, event: unknown): void => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.removeListener(eventChannel, hear);
    };
  },
  pathsOf: (files) => files.map(pathOf).filter((path) => path !== ''),
};

contextBridge.exposeInMainWorld('desk', desk);
