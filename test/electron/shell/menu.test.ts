import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { deskCommands } from '../../../shared/contract/bridge.ts';

const done: string[] = [];
const template = menuTemplate({ send: (command) => done.push(command), zoom: (direction) => done.push(direction) });
const items = template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]); // written as lists
const find = (id: string): MenuItemConstructorOptions | undefined => items.find((item) => item.id === id);
/** Calls what Electron would call; none of our items looks at what it is given. */
const press = (item: MenuItemConstructorOptions | undefined): unknown =>
  (item?.click as (() => unknown) | undefined)?.();

describe('the menu', () => {
  it('offers neither inspector nor reload', () => {
    const roles = items.flatMap((item) => item.role ?? []);
    expect(roles.toSorted()).toEqual(['copy', 'cut', 'paste', 'quit', 'selectAll', 'togglefullscreen']);
  });

  it('is in Chinese', () => {
    const shown = [...template, ...items].filter((item) => item.type !== 'separator' && item.visible !== false);
    for (const { label } of shown) expect(label).toMatch(/^\p{Script=Han}+(?:…|\(&[A-Z]\))?$/u);
  });

  it('hands every command to the page', () => {
    done.length = 0;
    for (const command of deskCommands) press(find(command));
    expect(done).toEqual(deskCommands);
  });

  it('takes no key away from the page but those of zoom, full screen and quitting', () => {
    const taken = items
      .filter((item) => item.accelerator !== undefined && item.registerAccelerator !== false)
      .map((item) => item.accelerator);
    expect(taken).toEqual([
      'CmdOrCtrl+Q',
      'CmdOrCtrl+Plus',
      'CmdOrCtrl+=',
      'CmdOrCtrl+numadd',
      'CmdOrCtrl+-',
      'CmdOrCtrl+numsub',
      'CmdOrCtrl+0',
      'CmdOrCtrl+num0',
    ]);
    // Roles bring keys of their own.
    for (const role of ['cut', 'copy', 'paste', 'selectAll']) {
      expect(items.find((item) => item.role === role)?.registerAccelerator).toBe(false);
    }
  });

  it('zooms', () => {
    done.length = 0;
    for (const id of ['zoom-in', 'zoom-out', 'zoom-reset']) press(find(id));
    expect(done).toEqual(['in', 'out', 'reset']);
  });
});
