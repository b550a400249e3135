// Numbers, stamps and values in a reader's own form.

const whole = new Intl.NumberFormat();
const stamp = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const apart = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : whole.format(value);
}

export function counted(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

export function when(text: string | null | undefined): string {
  if (!text) return '–';
  const date = new Date(text);
  return Number.isNaN(date.valueOf()) ? text : stamp.format(date);
}

const steps: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [7, 'day'],
];

/** "2 minutes ago", and the date itself once a week has passed. */
export function ago(text: string | null | undefined, now: number): string {
  if (!text) return '–';
  let span = (new Date(text).valueOf() - now) / 1000;
  if (Number.isNaN(span)) return text;
  for (const [size, unit] of steps) {
    if (Math.abs(span) < size) return apart.format(Math.round(span), unit);
    span /= size;
  }
  return when(text);
}

/** "4 s", "2 min 5 s", "1 h 3 min". */
export function duration(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return rounded % 60 ? `${minutes} min ${rounded % 60} s` : `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function value(anything: unknown): string {
  if (anything === null || anything === undefined) return 'empty';
  if (anything === '') return 'empty text';
  return typeof anything === 'object' ? JSON.stringify(anything) : String(anything);
}

export function bare(anything: unknown): boolean {
  return anything === null || anything === undefined || anything === '';
}
