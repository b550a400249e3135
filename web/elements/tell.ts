/** Sends an event that crosses shadow roots, as every element's public events do. */
export function tell(from: EventTarget, name: string, detail?: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
