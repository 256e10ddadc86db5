import type {Signal} from "../../reports/stand-van-zorg/signals.ts";

export function SignalList({signals}: {signals: readonly Signal[]}) {
  if (signals.length === 0) {
    return <p class="wb-small">Niets bijzonders: geen cijfer ging over een grens die wij in de gaten houden.</p>;
  }
  return (
    <ul class="wb-list">
      {signals.map((signal) => (
        <li class="wb-signal">
          {signal.kind === "aandacht" ? <Triangle /> : <Circle />}
          <span>
            <span class="wb-visually-hidden">{signal.kind === "aandacht" ? "Let op: " : "Om te weten: "}</span>
            {signal.before}
            <a href={signal.link.href}>{signal.link.text}</a>
            {signal.after}
          </span>
          <span class="wb-hint">{signal.detail}</span>
        </li>
      ))}
    </ul>
  );
}

function Triangle() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 2 18.5 17.5h-17Z" fill="none" stroke="var(--wb-norm)" stroke-width="1.8" stroke-linejoin="round" />
      <path d="M10 7.5v5M10 14v1.6" stroke="var(--wb-norm)" stroke-width="1.8" />
    </svg>
  );
}

function Circle() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" fill="none" stroke="var(--wb-ink-2)" stroke-width="1.6" />
      <path d="M10 9v5M10 5.6v1.6" stroke="var(--wb-ink-2)" stroke-width="1.8" />
    </svg>
  );
}
