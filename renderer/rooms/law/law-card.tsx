import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';

type LawEntry = CallOutput<'law.search'>['entries'][number];

/** One instrument: whether it applied on the day, its versions, and what replaced it. */
export function LawCard(props: { readonly entry: LawEntry }): ReactNode {
  const words = text.law;
  const { entry } = props;
  return (
    <li className="law-card">
      <p className="law-name">
        <b>《{entry.name}》</b>
        <span className={`law-status law-status-${entry.status}`}>
          <span aria-hidden="true">{words.marks[entry.status]} </span>
          {words.statuses[entry.status]}
        </span>
        {!entry.confirmed && (
          <span className="law-unconfirmed" title={words.unconfirmedHint}>
            {words.unconfirmed}
          </span>
        )}
      </p>
      <p className="law-quiet">
        {[entry.number, entry.level, entry.scope, entry.maxArticle === null ? '' : words.maxArticle(entry.maxArticle)]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {(entry.ceased !== null || entry.replacement !== '') && (
        <p>
          {[
            entry.ceased === null ? '' : words.ceased(entry.ceased),
            entry.replacement === '' ? '' : words.replaced(entry.replacement),
          ]
            .filter((part) => part !== '')
            .join('，')}
          {entry.basis !== '' && <small className="law-quiet">{words.ceasedBasis(entry.basis)}</small>}
        </p>
      )}
      {entry.note !== '' && <p className="law-quiet">{entry.note}</p>}
      {entry.versions.length > 0 && (
        <details>
          <summary>
            {words.versions} {entry.versions.length}
          </summary>
          <ul>
            {entry.versions.map((version, index) => (
              <li key={index}>
                {version.promulgated === null && version.effective === null
                  ? words.unknownDate
                  : [
                      version.promulgated === null ? '' : `${words.promulgated} ${version.promulgated}`,
                      version.effective === null ? '' : `${words.effective} ${version.effective}`,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}{' '}
                · {version.status}
                {version.maxArticle === null ? '' : ` · ${words.maxArticle(version.maxArticle)}`}
                <small className="law-quiet">
                  {words.source}：{version.source}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
