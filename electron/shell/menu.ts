import type { MenuItemConstructorOptions } from 'electron';
import type { DeskCommand } from '../../shared/contract/bridge.ts';

/** What the menu's items do. */
export interface MenuActions {
  /** Hands a command to the page. */
  readonly send: (command: DeskCommand) => void;
  readonly zoom: (direction: 'in' | 'out' | 'reset') => void;
}

/** An item whose key the page itself listens to: the menu shows the key and leaves it alone. */
function pageItem(
  label: string,
  accelerator: string,
  command: DeskCommand,
  { send }: MenuActions,
): MenuItemConstructorOptions {
  return { id: command, label, accelerator, registerAccelerator: false, click: () => send(command) };
}

/** A second key for an item above it. */
function spareKey(accelerator: string, click: () => void): MenuItemConstructorOptions {
  return { label: accelerator, accelerator, visible: false, acceleratorWorksWhenHidden: true, click };
}

/**
 * The application menu, hidden until Alt is pressed. Reloading and the inspector, which Electron's own menu brings, are
 * left out. No item takes a key away from the page but zoom, full screen and quitting.
 */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const native = { registerAccelerator: false } as const;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: '文件(&F)',
      submenu: [
        pageItem('打开送审材料…', 'CmdOrCtrl+O', 'open', actions),
        separator,
        { role: 'quit', label: '退出', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        pageItem('撤销', 'CmdOrCtrl+Z', 'undo', actions),
        pageItem('重做', 'CmdOrCtrl+Shift+Z', 'redo', actions),
        separator,
        { role: 'cut', label: '剪切', ...native },
        { role: 'copy', label: '复制', ...native },
        { role: 'paste', label: '粘贴', ...native },
        { role: 'selectAll', label: '全选', ...native },
        separator,
        pageItem('查找…', 'CmdOrCtrl+F', 'find', actions),
        pageItem('全部操作…', 'CmdOrCtrl+K', 'palette', actions),
      ],
    },
    {
      label: '显示(&V)',
      submenu: [
        { id: 'zoom-in', label: '放大', accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom('in') },
        spareKey('CmdOrCtrl+=', () => actions.zoom('in')),
        spareKey('CmdOrCtrl+numadd', () => actions.zoom('in')),
        { id: 'zoom-out', label: '缩小', accelerator: 'CmdOrCtrl+-', click: () => actions.zoom('out') },
        spareKey('CmdOrCtrl+numsub', () => actions.zoom('out')),
        { id: 'zoom-reset', label: '实际大小', accelerator: 'CmdOrCtrl+0', click: () => actions.zoom('reset') },
        spareKey('CmdOrCtrl+num0', () => actions.zoom('reset')),
        separator,
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        pageItem('使用说明', 'F1', 'help', actions),
        { id: 'shortcuts', label: '快捷键', click: () => actions.send('shortcuts') },
        separator,
        { id: 'about', label: '关于法审台', click: () => actions.send('about') },
      ],
    },
  ];
}
