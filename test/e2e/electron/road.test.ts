import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  electronProgram,
  launchDesk,
  missingElectron,
  stageDesk,
  type DeskStage,
  type RunningDesk,
} from '../../support/electron-app.ts';
import { describeJudges } from '../../support/judges.ts';
import { walkByKeyboard } from '../../support/keyboard-walk.ts';
import { walkByMouse } from '../../support/mouse-walk.ts';
import { missingTrace, traceNetwork, type NetworkTrace } from '../../support/network-trace.ts';
import { issuedFiles } from '../../support/road.ts';

interface WindowSize {
  readonly width: number;
  readonly height: number;
}

const missing = [missingElectron, missingTrace].filter((reason) => reason !== '').join(', ');
/** The keyboard needs nothing in view; for the mouse the window is as small as an office's smallest screen. */
const walks: readonly (readonly [how: string, size: WindowSize, walk: (page: Page) => Promise<void>])[] = [
  ['by keyboard alone', { width: 1440, height: 900 }, walkByKeyboard],
  ['by mouse alone, words apart', { width: 1280, height: 720 }, walkByMouse],
];

describe.skipIf(missing !== '')(`the whole road in real Electron (${missing || 'sandbox on'})`, () => {
  describe.each(walks)('%s', (_how, size, walk) => {
    let stage: DeskStage;
    let trace: NetworkTrace;
    let desk: RunningDesk;
    let isClosed = false;
    const close = async (): Promise<void> => {
      if (!isClosed) await desk.close();
      isClosed = true;
    };
    beforeAll(async () => {
      stage = stageDesk();
      trace = traceNetwork(electronProgram ?? '');
      desk = await launchDesk(stage, trace.program);
      await desk.app.evaluate(
        ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, ...bounds }),
        size,
      );
    });
    afterAll(async () => {
      await close();
      trace.remove();
      stage.remove();
    });

    it('leads a new user from the sample to a signed, verified and filed opinion', async () => {
      await walk(desk.page);
    }, 300_000);

    it('asks nobody outside the machine for anything', () => {
      expect(trace.calls()).toBeGreaterThan(10);
      expect(trace.attempts()).toEqual([]);
    });

    it('gives the case back when the window is closed', async () => {
      const folder = dirname(issuedFiles(stage.data).pdf);
      expect(readdirSync(folder)).toContain('lock');
      await close();
      expect(readdirSync(folder)).not.toContain('lock');
    });

    describeJudges('what others say of what was signed at the desk', () => issuedFiles(stage.data));
  });

  it('is walked where an attempt to reach somebody would be seen', () => {
    const control = traceNetwork(process.execPath);
    // A stream, a datagram with its address, and one over a connected socket; all into ranges that nobody has (RFC 5737).
    const attempt = `
      require('node:net').connect(9, '192.0.2.1').on('error', () => undefined);
      require('node:dgram').createSocket('udp4').send('x', 9, '198.51.100.2');
      const connected = require('node:dgram').createSocket('udp4');
      connected.connect(9, '203.0.113.3', () => connected.send('x'));
      setTimeout(() => process.exit(), 500);`;
    spawnSync(control.program, ['-e', attempt]);
    const caught = control.attempts().join('\n');
    for (const address of ['192.0.2.1', '198.51.100.2']) expect(caught).toContain(address);
    expect(caught).toMatch(/<UDP.*msg_name=NULL/u);
    control.remove();
  });
});
