/** Terms with what they are, between hairlines. */
export function Facts({facts}: {facts: readonly {readonly term: string; readonly words: string}[]}) {
  return (
    <dl class="wb-facts">
      {facts.map(({term, words}) => (
        <div>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
