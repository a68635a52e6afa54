import { describe, expect, it } from 'vitest';
import { refusedSwitches } from '../../../electron/shell/switches.ts';

describe('the command line of a packaged application', () => {
  it.each([
    ['--no-sandbox', 'no-sandbox'],
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['--disable-web-security', 'disable-web-security'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--load-extension=/x', 'load-extension'],
    ['--proxy-server=127.0.0.1:8080', 'proxy-server'],
    ['--host-rules=MAP * 127.0.0.1', 'host-rules'],
    ['--renderer-cmd-prefix=gdb', 'renderer-cmd-prefix'],
    ['--utility-cmd-prefix=x', 'utility-cmd-prefix'],
    ['--gpu-launcher=x', 'gpu-launcher'],
    ['--disable-features=NetworkServiceSandbox', 'disable-features'],
    ['--No-Sandbox', 'no-sandbox'],
    ['-no-sandbox', 'no-sandbox'],
    ['-r', 'r'],
  ])('may not hold %s', (argument, name) => {
    expect(refusedSwitches([argument], 'linux')).toEqual([name]);
  });

  it('reads a slash as a switch on Windows, where it is one, and as a path elsewhere', () => {
    expect(refusedSwitches(['/no-sandbox'], 'win32')).toEqual(['no-sandbox']);
    expect(refusedSwitches(['/documents/a.docx'], 'linux')).toEqual([]);
  });

  it('may say how the window is drawn', () => {
    expect(refusedSwitches(['--disable-gpu', '--force-device-scale-factor=2', '草案.docx', '-'], 'linux')).toEqual([]);
  });

  it('ends at the double dash, after which Chromium reads no switch', () => {
    expect(refusedSwitches(['--disable-gpu', '--', '--no-sandbox'], 'linux')).toEqual([]);
  });
});
