import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';
import { repealBasisWords, replacementWords } from './repeal-words.ts';

type LawEntry = CallOutput<'law.search'>['entries'][number];

/** Joins what there is. */
function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}

/** One instrument: whether it applied on the day, its versions, and what replaced it. */
export function LawCard(props: { readonly entry: LawEntry }): ReactNode {
  const words = text.law;
  const { entry } = props;
  const max = entry.maxArticle === null ? '' : words.maxArticle(entry.maxArticle);
  return (
    <li className="law-card">
      <div>
        <p className="law-name">
          <b>{words.name(entry.name)}</b>
          {!entry.confirmed && (
            <span className="law-unconfirmed" title={words.unconfirmedHint}>
              {words.unconfirmed}
            </span>
          )}
        </p>
        <p className="law-quiet">{joined([entry.number, entry.level, entry.scope, max], ' · ')}</p>
      </div>
      <p className={`law-status law-status-${entry.status}`}>
        <span aria-hidden="true">{words.marks[entry.status]} </span>
        {words.statuses[entry.status]}
      </p>
      <div className="law-history">
        <Repeal entry={entry} />
        {entry.note !== '' && <p className="law-quiet">{entry.note}</p>}
        <Versions versions={entry.versions} />
      </div>
    </li>
  );
}

function Repeal(props: { readonly entry: LawEntry }): ReactNode {
  const words = text.law;
  const { ceased, replacement, basis } = props.entry;
  if (ceased === null && replacement === '') return null;
  return (
    <p>
      {joined([ceased === null ? '' : words.ceased(ceased), replacementWords(replacement)], '，')}
      {basis !== '' && <small className="law-quiet">{words.ceasedBasis(repealBasisWords(basis))}</small>}
    </p>
  );
}

/** The latest version in a line; the others, and where each is known from, behind it. */
function Versions(props: { readonly versions: LawEntry['versions'] }): ReactNode {
  const words = text.law;
  const newestFirst = props.versions.toReversed();
  const [latest] = newestFirst;
  if (latest === undefined) return null;
  return (
    <details>
      <summary>
        {datesOf(latest)}
        {newestFirst.length > 1 && <span className="law-count">{words.versions(newestFirst.length)}</span>}
      </summary>
      <ul>
        {newestFirst.map((version, index) => (
          <li key={index}>
            {joined(
              [
                datesOf(version),
                version.status,
                version.maxArticle === null ? '' : words.maxArticle(version.maxArticle),
              ],
              ' · ',
            )}
            <small className="law-quiet">{words.source(version.source)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function datesOf({ promulgated, effective }: LawEntry['versions'][number]): string {
  const words = text.law;
  if (promulgated === null && effective === null) return words.unknownDate;
  return joined(
    [
      promulgated === null ? '' : words.promulgated(promulgated),
      effective === null ? words.unknownEffective : words.effective(effective),
    ],
    ' · ',
  );
}
