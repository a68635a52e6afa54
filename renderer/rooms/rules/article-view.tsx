import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { coveredRanges } from './covered-ranges.ts';
import type { RulePackView } from './rules-room.tsx';

type Article = RulePackView['articles'][number];
type Item = RulePackView['items'][number];

/** One article with the words marked from which its items come, and the items below it. */
export function ArticleView(props: { readonly article: Article; readonly items: readonly Item[] }): ReactNode {
  const words = text.rules;
  const { article, items } = props;
  return (
    <>
      <article className="rules-paper">
        {article.chapter !== null && <p className="rules-chapter">{article.chapter}</p>}
        <p>
          <b>{article.label}</b>
          <Marked whole={article.text} quotes={items.map((item) => item.quote)} />
        </p>
        {article.truncated && <p className="rules-notice">{words.brokenOff}</p>}
      </article>
      {article.unreviewable !== null && (
        <p className="rules-quiet">
          {words.unreviewable}
          {article.unreviewable}
        </p>
      )}
      {article.remark !== null && <p className="rules-quiet">{article.remark}</p>}
      {items.length === 0 && article.unreviewable === null && <p className="rules-quiet">{words.noItems}</p>}
      <ul className="rules-items">
        {items.map((item) => (
          <ItemCard key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function Marked(props: { readonly whole: string; readonly quotes: readonly string[] }): ReactNode {
  const { whole, quotes } = props;
  const ranges = coveredRanges(whole, quotes);
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {whole.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{whole.slice(start, end)}</mark>
        </span>
      ))}
      {whole.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}

function ItemCard(props: { readonly item: Item }): ReactNode {
  const words = text.rules;
  const { item } = props;
  const lines: readonly (readonly [string, string | null])[] = [
    [words.evidence, item.evidence],
    [words.condition, item.condition],
    [words.remark, item.remark],
    [words.appliesTo, item.appliesTo.map((type) => words.types[type]).join('、')],
    [words.checks, item.checks.length === 0 ? null : item.checks.join('、')],
  ];
  return (
    <li className="rules-item">
      <p className="rules-item-head">
        <b className={`rules-severity-${item.severity}`}>{words.severities[item.severity]}</b>
        <span>{item.question}</span>
        <span className="chip">{item.id}</span>
      </p>
      {item.derived && <p className="rules-quiet">{words.derived}</p>}
      <dl>
        {lines.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {item.basis.length > 0 && (
          <div>
            <dt>{words.basis}</dt>
            <dd>
              {item.basis.map((basis) => (
                <span key={`${basis.source}${basis.article}`} className="rules-basis">
                  《{basis.source}》{basis.article}
                  {!basis.confirmed && <span className="rules-unconfirmed">{words.unconfirmed}</span>}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
