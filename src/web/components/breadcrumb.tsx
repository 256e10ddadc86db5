/** The way from the gemeente down to here. */
export function Breadcrumb({crumbs}: {crumbs: readonly {readonly label: string; readonly href: string | null}[]}) {
  if (crumbs.length === 0) return null;
  return (
    <nav class="wb-breadcrumb" aria-label="Kruimelpad">
      <ol>
        {crumbs.map(({label, href}) => (
          <li>{href === null ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
