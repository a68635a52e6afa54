import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseRooms, otherRooms } from '../../renderer/app/rooms.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'resources', 'help', 'rooms');
const rooms = [...caseRooms, ...otherRooms];

describe('help of the rooms', () => {
  it('is there for every room of the window and for nothing else', () => {
    expect(rooms).toContain('cases');
    expect(readdirSync(folder).sort()).toEqual(rooms.map((room) => `${room}.md`).sort());
  });

  it.each(rooms)('of %s bears one title and says under headings what to do', (room) => {
    const markdown = readFileSync(join(folder, `${room}.md`), 'utf8');
    expect(markdown).toMatch(/^# \p{Script=Han}+\n\n\p{Script=Han}/u);
    expect(markdown.match(/^# /gmu)).toHaveLength(1);
    const parts = markdown.split(/^## /gmu).slice(1);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatch(/^\S+\n\n\S/u);
  });
});
