// Places of the console live behind '#', so that any server of static files can carry it.

export type Route = readonly string[];

export function currentRoute(): Route {
  const path = window.location.hash.replace(/^#\/?/, '');
  return path === '' ? [] : path.split('/').map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function linkTo(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function goTo(...parts: string[]): void {
  window.location.hash = linkTo(...parts);
}
