export interface FactsProps {
  readonly facts: readonly {
    readonly term: string;
    readonly words: string;
    /** It asks for attention. */
    readonly isAttention?: true;
  }[];
}

/** Terms with what they are, between hairlines. */
export function Facts({facts}: FactsProps) {
  return (
    <dl class="wb-facts">
      {facts.map(({term, words, isAttention}) => (
        <div>
          <dt>{term}</dt>
          <dd>{isAttention ? <b class="wb-change wb-change-attention">{words}</b> : words}</dd>
        </div>
      ))}
    </dl>
  );
}
