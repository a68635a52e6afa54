import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { issueText } from '../../text/issue.ts';
import { Facts, YesNo, type Fact } from '../../ui/facts.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { formatMoment } from '../../app/format.ts';
import type { IssuedState, Verification } from './use-issued.ts';

const words = issueText.verify;

/** Whether the issued PDF still is what was signed, and whether the draft is the one it speaks of. */
export function VerificationCard(props: { readonly issued: IssuedState }): ReactNode {
  const { verification, verifyError, error, retry } = props.issued;
  return (
    <section className="issue-verification" aria-label={words.title} aria-live="polite">
      <h3>{words.title}</h3>
      {verification === null && verifyError === null && error === null && <Skeleton lines={5} label={words.loading} />}
      {verifyError !== null && (
        <p className="issue-failure" role="alert">
          <span aria-hidden="true">■ </span>
          <b>{words.failed}</b>
          {verifyError.message}
          <small>{text.app.code(verifyError.code)}</small>
        </p>
      )}
      {(verifyError !== null || error !== null) && (
        <button type="button" className="quiet-button" onClick={retry}>
          {words.retry}
        </button>
      )}
      {verification !== null && <Verdict verification={verification} />}
    </section>
  );
}

function Verdict(props: { readonly verification: Verification }): ReactNode {
  const { verdict, signatures, record, draft, problems } = props.verification;
  const isValid = verdict === 'valid';
  const all = [...new Set([...problems, ...signatures.flatMap((signature) => signature.problems), ...draft.differs])];
  return (
    <>
      <p className={`issue-verdict issue-verdict-${isValid ? 'valid' : 'bad'}`}>
        <span aria-hidden="true">{isValid ? '✓' : '■'}</span>
        <b>{words.verdicts[verdict]}</b>
        <small>{words.sentences[verdict]}</small>
      </p>
      {signatures.map((signature, index) => (
        <Facts
          key={index}
          facts={[
            { name: words.signer, value: <Who signature={signature} /> },
            {
              name: words.time,
              value: signature.claimedTime === null ? words.noTime : formatMoment(signature.claimedTime),
            },
            yesOrNo(words.intact, signature.intact),
            yesOrNo(words.covers, signature.coversWholeFile),
            draft.given ? yesOrNo(words.draft, draft.matches) : { name: words.draft, value: words.notGiven },
            { name: words.record, value: record.code ?? words.noRecord, isCode: record.code !== null },
            { name: issueText.signer.fingerprint, value: signature.certificateSha256 ?? '', isCode: true },
          ]}
        />
      ))}
      {all.length > 0 && (
        <div className="issue-failure" role="alert">
          <b>{words.problems}</b>
          <ul>
            {all.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Who(props: { readonly signature: Verification['signatures'][number] }): ReactNode {
  const { signer, issuer, selfSigned } = props.signature;
  return (
    <>
      {signer}
      {selfSigned ? <span className="issue-caution">{issueText.signer.selfSigned}</span> : <small>{issuer}</small>}
    </>
  );
}

function yesOrNo(name: string, isSo: boolean): Fact {
  return { name, value: <YesNo isSo={isSo} /> };
}
