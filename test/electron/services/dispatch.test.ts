import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, dispatch } from '../../../electron/services/dispatch.ts';
import { handlers } from '../../../electron/services/handlers/handlers.ts';
import { contract, isCallId } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { fixedEnvironment } from '../../support/environment.ts';

describe('dispatch', () => {
  it('answers a call with its checked output', async () => {
    const answer = await dispatch('system.about', {}, fixedEnvironment());
    expect(answer).toMatchObject({ ok: true, value: { name: '法审台' } });
  });

  it('refuses unknown names, also those that every object has', async () => {
    for (const id of ['', 'system.format', '__proto__', 'constructor', 'toString']) {
      expect(await dispatch(id, {}, fixedEnvironment())).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
    }
  });

  it('refuses input that breaks the schema and says where', async () => {
    const answer = await dispatch('check.run', { path: 'a', type: 'letter' }, fixedEnvironment());
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
    expect(answer.ok ? '' : answer.error.message).toContain('type');
  });

  it('never throws and never runs a handler on input of another shape', async () => {
    const environment = fixedEnvironment();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(contract).filter(isCallId)),
        fc.jsonValue(),
        async (id, input) => {
          fc.pre(!contract[id].input.safeParse(input).success);
          const answer = await dispatch(id, input, environment);
          expect(answer).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells a bug apart from an expected failure, logs it and shows no stack', async () => {
    const logged: unknown[] = [];
    const environment = { ...fixedEnvironment(), log: (error: unknown) => logged.push(error) };
    const broken = { ...handlers, 'system.about': () => Promise.reject(new Error('secret detail')) };
    const answer = await dispatch('system.about', {}, environment, broken);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', data: null } });
    expect(JSON.stringify(answer)).not.toContain('secret detail');
    expect(logged).toHaveLength(1);
    const expected = { ...handlers, 'system.about': () => Promise.reject(new AppError('cancelled', '已取消。')) };
    expect(await dispatch('system.about', {}, environment, expected)).toEqual({
      ok: false,
      error: { code: 'cancelled', message: '已取消。', data: null },
    });
    expect(logged).toHaveLength(1);
  });

  it('lets no output out that breaks the contract', async () => {
    const about = await call('system.about', {}, fixedEnvironment());
    const broken = { ...handlers, 'system.about': () => Promise.resolve({ ...about, checks: 'all' as never }) };
    const answer = await dispatch('system.about', {}, { ...fixedEnvironment(), log: () => undefined }, broken);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
