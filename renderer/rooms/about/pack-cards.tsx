import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';

type About = CallOutput<'system.about'>;

/** One card a rule pack; what must be said of it, such as that it was replaced, stands out. */
export function RulePackCards(props: { readonly packs: About['rulePacks'] }): ReactNode {
  return (
    <section aria-labelledby="about-rules">
      <h3 id="about-rules">{text.about.rules.title}</h3>
      {props.packs.length === 0 && <p className="empty">{text.about.rules.empty}</p>}
      {props.packs.map((pack) => (
        <div key={pack.id} className="card">
          <h4 className="card-title">{pack.title}</h4>
          {pack.notice !== null && (
            <p className="caution">
              <span aria-hidden="true">▲ </span>
              {pack.notice}
            </p>
          )}
          <PackIdentity version={pack.version} sha256={pack.sha256} />
        </div>
      ))}
    </section>
  );
}

/** The law pack: how much law it knows, and which version it is. */
export function LawPackCard(props: { readonly pack: About['lawPack'] }): ReactNode {
  const { pack } = props;
  const counts: readonly (readonly [string, number])[] = [
    [text.about.law.statutes, pack.statutes],
    [text.about.law.repealed, pack.repealed],
    [text.about.law.organs, pack.organs],
  ];
  return (
    <section aria-labelledby="about-law">
      <h3 id="about-law">{text.about.law.title}</h3>
      <div className="card">
        <dl className="counts">
          {counts.map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{count.toLocaleString('zh-CN')}</dd>
            </div>
          ))}
        </dl>
        <PackIdentity version={pack.version} sha256={pack.sha256} />
      </div>
    </section>
  );
}

function PackIdentity(props: { readonly version: string; readonly sha256: string }): ReactNode {
  return (
    <p className="identity">
      <span>{text.about.version(props.version)}</span>
      <span className="mono" title={props.sha256}>
        {text.about.hash(props.sha256)}
      </span>
    </p>
  );
}
