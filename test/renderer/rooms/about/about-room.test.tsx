import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AboutRoom } from '../../../../renderer/rooms/about/about-room.tsx';
import type { CallOutput } from '../../../../shared/contract/contract.ts';

const about: CallOutput<'system.about'> = {
  name: '法审台',
  version: '1.2.3',
  lawPack: { version: '2026-03', sha256: 'ab'.repeat(32), statutes: 1480, repealed: 103, organs: 69 },
  rulePacks: [
    { id: 'a', version: '1', sha256: 'cd'.repeat(32), title: '甲规则', notice: '已被取代' },
    { id: 'b', version: '2', sha256: 'ef'.repeat(32), title: '乙规则', notice: null },
  ],
  checks: [
    { id: 'N03', title: '设定行政许可' },
    { id: 'L01', title: '条款序号连续' },
    { id: 'X99', title: '本区自设' },
  ],
};

describe('the first screen', () => {
  it('says that it is reading while nothing is known yet', () => {
    const html = renderToStaticMarkup(<AboutRoom about={null} />);
    expect(html).toContain('role="status"');
    expect(html).toContain('aria-busy="true"');
  });

  it('shows every rule pack, and beside the one that was replaced that it was', () => {
    const html = renderToStaticMarkup(<AboutRoom about={about} />);
    expect(html).toContain('乙规则');
    expect(html.match(/class="caution"/gu)).toHaveLength(1);
    expect(html).toMatch(/甲规则.*已被取代.*乙规则/u);
  });

  it('shows the size of the law pack and which one it is', () => {
    const html = renderToStaticMarkup(<AboutRoom about={about} />);
    for (const part of ['1,480', '103', '69', '版本 2026-03', 'SHA-256 abababababab']) expect(html).toContain(part);
  });

  it('lists the checks by the documents they are for, and loses none whose letter is new', () => {
    const html = renderToStaticMarkup(<AboutRoom about={about} />);
    expect(html).toContain('3 项');
    expect(html).toMatch(/通用.*条款序号连续.*行政规范性文件.*设定行政许可.*其他.*本区自设/u);
    expect(html).not.toContain('政府协议</h4>');
  });

  it('says what to do where checks and rule packs are missing', () => {
    const html = renderToStaticMarkup(<AboutRoom about={{ ...about, rulePacks: [], checks: [] }} />);
    expect(html).toContain('没有找到规则包');
    expect(html).toContain('没有装入检查项目');
  });
});
