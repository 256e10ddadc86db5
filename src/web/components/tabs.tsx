export interface Tab {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** Ways to look at the same thing; links, so each has its own address. */
export function Tabs({label, tabs}: {label: string; tabs: readonly Tab[]}) {
  return (
    <nav aria-label={label}>
      <ul class="wb-tabs">
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.isCurrent ? "true" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
