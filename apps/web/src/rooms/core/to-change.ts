/** Moves the focus to the next or the previous change of a text: elements with `data-change`. At an end it stays. */
export function toChange(step: 1 | -1): void {
  const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')];
  const now = changes.findIndex((change) => change === document.activeElement);
  const next = now === -1 ? (step === 1 ? 0 : changes.length - 1) : now + step;
  changes[Math.max(0, Math.min(changes.length - 1, next))]?.focus();
}
