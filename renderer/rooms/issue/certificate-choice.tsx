import { useId, type ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { formatDay } from '../../app/format.ts';
import { issueText } from '../../text/issue.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Signer, SignerState } from './use-signer.ts';

const words = issueText.signer;

/** Who signs: the office's own certificate, or one from a file; and what that certificate is. */
export function CertificateChoice(props: { readonly state: SignerState }): ReactNode {
  const { choice, signer, error, isReading, chooseOwn, chooseFile } = props.state;
  const heading = useId();
  return (
    <section className="issue-signer">
      <h3 id={heading}>{words.title}</h3>
      <div role="radiogroup" aria-labelledby={heading} className="issue-signer-choice">
        <label className={choice.kind === 'own' ? 'is-chosen' : undefined}>
          <input type="radio" name="signer" checked={choice.kind === 'own'} onChange={chooseOwn} />
          <span>{words.own}</span>
          <small>{words.ownNote}</small>
        </label>
        <label className={choice.kind === 'file' ? 'is-chosen' : undefined}>
          <input type="radio" name="signer" checked={choice.kind === 'file'} onChange={() => void chooseFile()} />
          <span>{words.file}</span>
        </label>
      </div>
      {choice.kind === 'file' && <CertificateFile state={props.state} />}
      {isReading && <Skeleton lines={4} label={words.loading} />}
      {error !== null && (
        <p className="issue-failure" role="alert">
          <span aria-hidden="true">■ </span>
          <b>{words.failed}</b>
          {error.message}
          <small>{text.app.code(error.code)}</small>
        </p>
      )}
      {signer !== null && <SignerFacts signer={signer} />}
    </section>
  );
}

function CertificateFile(props: { readonly state: SignerState }): ReactNode {
  const { choice, password, setPassword, isReading, signer, chooseFile, read } = props.state;
  const id = useId();
  if (choice.kind !== 'file' || choice.path === null) return null;
  return (
    <form
      className="issue-file"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <p className="issue-file-path">
        <bdi className="facts-code">{choice.path}</bdi>
        <button type="button" className="plain-button" onClick={() => void chooseFile()}>
          {words.change}
        </button>
      </p>
      <div className="issue-field">
        <label htmlFor={id}>{words.password}</label>
        <input
          id={id}
          type="password"
          autoComplete="off"
          maxLength={1000}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signer === null && (
          <button type="submit" className="quiet-button" disabled={isReading}>
            {words.read}
          </button>
        )}
      </div>
      <p className="issue-note">{words.passwordNote}</p>
    </form>
  );
}

function SignerFacts(props: { readonly signer: Signer }): ReactNode {
  const { subject, issuer, selfSigned, algorithm, notBefore, notAfter, certificateSha256 } = props.signer;
  return (
    <Facts
      facts={[
        { name: words.subject, value: subject },
        {
          name: words.issuer,
          value: selfSigned ? (
            <>
              <span className="issue-caution">{words.selfSigned}</span> {words.selfSignedNote}
            </>
          ) : (
            issuer
          ),
        },
        { name: words.algorithm, value: algorithm },
        { name: words.validity, value: words.range(formatDay(notBefore), formatDay(notAfter)) },
        { name: words.fingerprint, value: certificateSha256, isCode: true },
      ]}
    />
  );
}
