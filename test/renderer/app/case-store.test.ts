import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCase } from '../../../renderer/app/case-store.ts';
import { useDesk } from '../../../renderer/app/desk-store.ts';
import { caseId, installFakeServices } from './fake-services.ts';

const saved = (): Promise<void> => vi.waitFor(() => expect(useCase.getState().saving).toBe('saved'));
const title = (): string | undefined => useCase.getState().work?.head.title;
const retitle = (to: string): void =>
  useCase.getState().edit({ kind: 'head.change', change: { title: to }, group: 'head.title' });

describe('the store of the open case', () => {
  beforeEach(() => useDesk.setState({ toasts: [] }));
  afterEach(async () => {
    await useCase.getState().leave();
    vi.unstubAllGlobals();
  });

  it('shows an edit at once and has it in the services soon after', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    retitle('办法');
    expect(title()).toBe('办法');
    expect(useCase.getState()).toMatchObject({ saving: 'saving', canUndo: true });
    expect(services.work().head.title).not.toBe('办法');
    await saved();
    expect(services.work().head.title).toBe('办法');
    expect(useCase.getState().seq).toBe(2);
  });

  it('sends edits one at a time and in order', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    const { edit } = useCase.getState();
    edit({ kind: 'material.set', role: '送审函', state: 'present' });
    edit({ kind: 'item.answer', item: 'a', verdict: 'meets', note: '' });
    edit({ kind: 'material.set', role: '送审函', state: 'missing' });
    await saved();
    expect(services.heard.filter((call) => call.startsWith('edit'))).toEqual([
      'edit material.set',
      'edit item.answer',
      'edit material.set',
    ]);
    expect(services.mostAtOnce()).toBe(1);
    expect(services.work().materials).toEqual({ 送审函: 'missing' });
    expect(useCase.getState().work).toEqual(services.work());
  });

  it('makes one edit of the letters of a field that wait behind one another, and one step of undo', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    for (const letters of ['新', '新办', '新办法']) retitle(letters);
    await saved();
    expect(services.heard.filter((call) => call === 'edit head.change')).toHaveLength(2);
    expect(services.work().head.title).toBe('新办法');
    useCase.getState().undo();
    await saved();
    expect(title()).toBe('卧龙区农贸市场管理办法');
    expect(useCase.getState()).toMatchObject({ canUndo: false, canRedo: true });
    useCase.getState().redo();
    await saved();
    expect(title()).toBe('新办法');
  });

  it('keeps what is typed while a step back is on its way', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    const { edit, undo } = useCase.getState();
    edit({ kind: 'material.set', role: '送审函', state: 'present' });
    undo();
    edit({ kind: 'material.set', role: '起草说明', state: 'present' });
    await saved();
    expect(useCase.getState().work?.materials).toEqual({ 起草说明: 'present' });
    expect(services.work().materials).toEqual({ 起草说明: 'present' });
  });

  it('takes a refused edit back with what waited behind it, and says why', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    services.refuseNext('磁盘已满，案卷没有写入。请腾出空间后重试。');
    retitle('甲');
    useCase.getState().edit({ kind: 'material.set', role: '送审函', state: 'present' });
    await vi.waitFor(() => expect(useCase.getState().saving).toBe('failed'));
    await vi.waitFor(() => expect(title()).toBe('卧龙区农贸市场管理办法'));
    expect(useCase.getState().work).toEqual(services.work());
    expect(useDesk.getState().toasts.map(({ message }) => message)).toEqual([expect.stringContaining('磁盘已满')]);
    retitle('乙');
    await saved();
    expect(services.work().head.title).toBe('乙');
  });

  it('reads the case anew and checks again when the type changes', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    useCase.getState().edit({ kind: 'type.set', type: 'agreement' });
    await saved();
    const calls = services.heard.slice(services.heard.indexOf('edit type.set'));
    expect(calls).toEqual(['edit type.set', 'cases.open', 'cases.check']);
  });

  it('hands everything over before the case is given back', async () => {
    const services = installFakeServices();
    await useCase.getState().open(caseId);
    retitle('甲');
    useCase.getState().edit({ kind: 'material.set', role: '送审函', state: 'present' });
    await useCase.getState().leave();
    expect(services.heard.slice(-3)).toEqual(['edit head.change', 'edit material.set', 'cases.leave']);
    expect(useCase.getState()).toMatchObject({ state: 'none', work: null });
  });

  it('enters nothing into an issued case', async () => {
    const { freshWork } = await import('./fake-services.ts');
    const issued = { claimedTime: '2026-03-02T01:15:00Z', signer: '李某', selfSigned: true, files: [] };
    const services = installFakeServices({ ...freshWork, issued });
    await useCase.getState().open(caseId);
    expect(useCase.getState().isEditable).toBe(false);
    retitle('甲');
    expect(title()).toBe('卧龙区农贸市场管理办法');
    expect(services.heard).not.toContain('edit head.change');
    expect(useDesk.getState().toasts).toHaveLength(1);
  });
});
