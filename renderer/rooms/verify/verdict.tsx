import type { ReactNode } from 'react';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { formatMoment } from '../../app/format.ts';
import { text } from '../../app/text.ts';
import { Facts, YesNo } from '../../ui/facts.tsx';
import type { Verified } from './use-verify.ts';
import { visibleText } from '../../ui/visible-text.ts';

type Signature = Verified['report']['signatures'][number];

/** The last part of a path, as a person calls the file; nothing in it can turn its letters round. */
export function fileName(path: string): string {
  return visibleText(path.split(/[\\/]/u).at(-1) ?? path);
}

function SignatureFacts(props: { readonly signature: Signature }): ReactNode {
  const words = text.verify;
  const { signer, issuer, selfSigned, claimedTime, intact, coversWholeFile, algorithm, certificateSha256 } =
    props.signature;
  const issuerValue = selfSigned ? (
    <>
      <b className="verify-caution">{words.selfSigned}</b>
      <small>{words.selfSignedNote}</small>
    </>
  ) : (
    issuer
  );
  const time = (
    <>
      {claimedTime === null ? words.noTime : formatMoment(claimedTime)}
      <small>{words.timeNote}</small>
    </>
  );
  return (
    <Facts
      facts={[
        { name: words.signer, value: signer },
        { name: words.issuer, value: issuerValue },
        { name: words.time, value: time },
        { name: words.intact, value: <YesNo isSo={intact} /> },
        { name: words.covers, value: <YesNo isSo={coversWholeFile} /> },
        { name: words.algorithm, value: algorithm },
        { name: words.fingerprint, value: certificateSha256 ?? '', isCode: true },
      ]}
    />
  );
}

/** What became of the draft at hand; null where none was given. */
export function draftOutcome({ draft, record, verdict }: Verified['report']): 'same' | 'other' | 'unknown' | null {
  if (!draft.given) return null;
  if (draft.matches) return 'same';
  return verdict === 'valid' && record.present ? 'other' : 'unknown';
}

function DraftVerdict(props: { readonly report: Verified['report'] }): ReactNode {
  const { draft } = props.report;
  const words = text.verify.draftVerdicts;
  const kind = draftOutcome(props.report);
  if (kind === null) return null;
  return (
    <div className={`verify-draft verify-draft-${kind}`}>
      <p>
        <span aria-hidden="true">{kind === 'same' ? '✓ ' : kind === 'other' ? '■ ' : '▲ '}</span>
        <b>{words[kind]}</b>
      </p>
      {draft.sha256 !== null && (
        <p className="facts-code">
          {text.verify.hash} {draft.sha256}
        </p>
      )}
      {draft.differs.length > 0 && (
        <>
          {kind === 'other' && <h4>{text.verify.differs}</h4>}
          <ul>
            {draft.differs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The result in one plain sentence, and below it everything it rests on. */
export function Verdict(props: { readonly verified: Verified }): ReactNode {
  const words = text.verify;
  const { report, file } = props.verified;
  const problems = [...new Set([...report.problems, ...report.signatures.flatMap((signature) => signature.problems)])];
  return (
    <>
      <div className={`verify-verdict verify-verdict-${report.verdict}`} role="status">
        <span aria-hidden="true">{words.marks[report.verdict]}</span>
        <div>
          <b>{words.verdicts[report.verdict]}</b>
          <p>{words.sentences[report.verdict]}</p>
          <small>{fileName(file)}</small>
        </div>
      </div>
      <DraftVerdict report={report} />
      {problems.length > 0 && (
        <div className="verify-problems">
          <h4>{words.problems}</h4>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {report.signatures.map((signature, index) => (
        <SignatureFacts key={index} signature={signature} />
      ))}
      <Facts
        facts={[
          {
            name: words.record,
            value: report.record.code ?? words.noRecord[report.record.present ? 'untrusted' : 'absent'],
            isCode: report.record.code !== null,
          },
        ]}
      />
      {report.signatures.length > 0 && (
        <div className="verify-statements">
          <h4>{words.statements}</h4>
          <p>{signatureStatement.integrity}</p>
          <p>{signatureStatement.seal}</p>
          {report.signatures.some((signature) => signature.selfSigned) && <p>{signatureStatement.law}</p>}
          <p>{signatureStatement.limits}</p>
        </div>
      )}
    </>
  );
}
