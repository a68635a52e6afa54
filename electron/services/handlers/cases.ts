import { join } from 'node:path';
import { draftView } from '../../../shared/cases/draft-view.ts';
import type { caseCalls } from '../../../shared/contract/cases.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { auditCase } from '../cases/audit.ts';
import { checkCase } from '../cases/check-case.ts';
import { deliverCase, readIssuedCase } from '../cases/deliver.ts';
import { describeCase } from '../cases/describe-case.ts';
import { documentOf } from '../cases/document-cache.ts';
import { actOn, editCase } from '../cases/edit-case.ts';
import { gateCase } from '../cases/gate-case.ts';
import { describeSigner, issueCase } from '../cases/issue-case.ts';
import { listCases } from '../cases/list-cases.ts';
import { leaveCase, openCase, openedCase } from '../cases/open-cases.ts';
import { previewCase } from '../cases/preview-case.ts';
import { searchCases } from '../cases/search-cases.ts';
import { storeFolder } from '../desk/settings.ts';
import { takeCase } from '../cases/take-case.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the cases area. */
export const caseHandlers: Pick<Handlers<Environment>, keyof typeof caseCalls> = {
  'cases.list': (_input, env) => listCases(env),
  'cases.search': ({ query }, env) => searchCases(query, env),
  'cases.take': ({ paths, type }, env) => takeCase(paths, type, env),
  'cases.take-sample': ({ sample }, env) => takeCase([join(env.resources, 'samples', sample, '送审材料')], sample, env),
  'cases.open': async ({ case: id }, env) => {
    const { opened, isNew } = await openCase(await storeFolder(env), id, env);
    const described = await describeCase(opened, env);
    if (!isNew || !opened.isWritable) return described;
    await opened.note(opened.readOnlyReason === null ? '' : '只读', { action: 'opened' }, env);
    const { seq, savedAt } = opened.position;
    return { ...described, position: { seq, savedAt } };
  },
  'cases.read-draft': async ({ case: id, sha256 }, env) => {
    const opened = await openedCase(id, env);
    const file = opened.manifest.files.find((candidate) => candidate.sha256 === sha256);
    if (!file) throw new AppError('not-found', '所指的文件不在本案卷的收件清单中。请重新选择。');
    const { document, facts } = await documentOf(opened.folder, file, opened.isWritable, env);
    return draftView(document, facts, file.name);
  },
  'cases.check': async ({ case: id }, env) => {
    const { findings, keys, run, skipped, titles, milliseconds, law, asOf } = await checkCase(
      await openedCase(id, env),
      env,
    );
    return {
      findings: findings.map((finding, index) => ({
        ...finding,
        basis: finding.basis.map((basis) => ({ ...basis })),
        key: keys[index] ?? '',
      })),
      run: [...run],
      skipped: skipped.map(({ check, reason }) => ({ check, title: titles.get(check) ?? '', reason })),
      milliseconds,
      lawPack: { version: law.version, sha256: law.sha256 },
      asOf,
    };
  },
  'cases.edit': async ({ case: id, edit }, env) => (await editCase(id, edit, env)).position,
  'cases.undo': async ({ case: id, direction }, env) => {
    const opened = await openedCase(id, env);
    await actOn(opened, { kind: direction }, { action: direction }, env);
    return { ...opened.position, work: opened.work };
  },
  'cases.leave': async ({ case: id }, env) => {
    await leaveCase(id, env);
    return {};
  },
  'cases.close': async ({ case: id }, env) => {
    const opened = await openedCase(id, env);
    if (opened.work.issued === null) {
      throw new AppError('bad-input', '本案的意见书还没有签发，不能归档。请先签发，再归档。');
    }
    await actOn(opened, { kind: 'close', at: env.now().toISOString() }, { action: 'close' }, env);
    const { seq, savedAt } = opened.position;
    return { seq, savedAt, work: opened.work };
  },
  'cases.audit': ({ case: id, limit }, env) => auditCase(id, limit, env),
  'cases.gate': async ({ case: id }, env) => gateCase(await openedCase(id, env), env),
  'cases.preview': async ({ case: id }, env) => previewCase(await openedCase(id, env), env),
  'cases.signers': async ({ case: id, ...given }, env) => describeSigner(await openedCase(id, env), given, env),
  'cases.issue': async ({ case: id, ...given }, env) => issueCase(await openedCase(id, env), given, env),
  'cases.issued': async ({ case: id }, env) => readIssuedCase(await openedCase(id, env)),
  'cases.deliver': async ({ case: id, into }, env) => deliverCase(await openedCase(id, env), into, env),
};
