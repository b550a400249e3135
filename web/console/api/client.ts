// The HTTP API as the console uses it: same origin, the session's cookie, problems as errors.
import type {
  App,
  Connection,
  Issue,
  Plan,
  PlatformRecord,
  Run,
  Sync,
} from '../../elements/model/documents.js';
import type { PlatformSchema, SalesforceObject } from '../../elements/model/schema.js';

export interface List<T> {
  items: T[];
  next: string | null;
}

export interface MappingSummary {
  name: string;
  title?: string;
  updatedAt?: string;
}

export interface StoredMapping {
  text: string;
  version: string | null;
}

export interface ObjectSummary {
  name: string;
  label: string;
  custom?: boolean;
  queryable?: boolean;
  createable?: boolean;
  updateable?: boolean;
}

/** A problem document, or a server that could not be reached (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The whole document: some problems carry more, such as a report. */
    readonly problem: Record<string, unknown>,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | null | undefined>;

const kBase = '/api/v1';

async function send(
  method: string,
  path: string,
  body?: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...more };
  if (method !== 'GET') headers['X-Crosswalk'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  let response: Response;
  try {
    response = await fetch(kBase + path, init);
  } catch {
    throw new ApiError(0, 'unreachable', 'The server cannot be reached.', {});
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<ApiError> {
  let problem: Record<string, unknown> = {};
  try {
    problem = (await response.json()) as Record<string, unknown>;
  } catch {
    // No problem document: the status alone has to do.
  }
  const words = problem.detail ?? problem.title ?? `The server answered ${response.status}.`;
  return new ApiError(response.status, String(problem.code ?? 'unknown'), String(words), problem);
}

async function read<T>(path: string, query: Query = {}): Promise<T> {
  const given = Object.entries(query).filter(
    ([, each]) => each !== null && each !== undefined && each !== '',
  );
  const search = new URLSearchParams(given.map(([key, each]) => [key, String(each)]));
  const response = await send('GET', given.length > 0 ? `${path}?${search}` : path);
  return (await response.json()) as T;
}

async function write<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body === undefined ? undefined : JSON.stringify(body));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const part = encodeURIComponent;

export const api = {
  session: () => read<{ tenant: string }>('/session'),
  signIn: (apiKey: string) => write<{ tenant: string }>('POST', '/session', { apiKey }),
  signOut: () => write<void>('DELETE', '/session'),

  apps: () => read<List<App>>('/apps'),
  putApp: (name: string, settings: object) => write<App>('PUT', `/apps/${part(name)}`, settings),

  connections: () => read<List<Connection>>('/connections'),
  connect: (wanted: object) => write<Connection>('POST', '/connections', wanted),
  disconnect: (id: string) => write<void>('DELETE', `/connections/${part(id)}`),
  objects: (id: string) => read<List<ObjectSummary>>(`/connections/${part(id)}/objects`),
  object: (id: string, name: string) =>
    read<SalesforceObject>(`/connections/${part(id)}/objects/${part(name)}`),

  platformSchema: () => read<PlatformSchema>('/platform/schema'),

  mappings: () => read<List<MappingSummary>>('/mappings'),
  /** As text, for its comments and layout. */
  mapping: async (name: string): Promise<StoredMapping> => {
    const response = await send('GET', `/mappings/${part(name)}`);
    return { text: await response.text(), version: response.headers.get('ETag') };
  },
  /** With the version that was read, a change made by somebody else meanwhile is not overwritten. */
  putMapping: async (
    name: string,
    text: string,
    version: string | null,
  ): Promise<string | null> => {
    const match: Record<string, string> = version === null ? {} : { 'If-Match': version };
    const response = await send('PUT', `/mappings/${part(name)}`, text, match);
    return response.headers.get('ETag');
  },

  syncs: () => read<List<Sync>>('/syncs'),
  sync: (name: string) => read<Sync>(`/syncs/${part(name)}`),
  putSync: (name: string, settings: object) => write<Sync>('PUT', `/syncs/${part(name)}`, settings),
  makePlan: (sync: string) => write<{ id: string }>('POST', `/syncs/${part(sync)}/plan`, {}),
  plan: (id: string, query: Query = {}) => read<Plan>(`/plans/${part(id)}`, query),
  startRun: (sync: string, kind: string) =>
    write<{ id: string }>('POST', `/syncs/${part(sync)}/runs`, { kind }),

  runs: (query: Query = {}) => read<List<Run>>('/runs', query),
  run: (id: string) => read<Run>(`/runs/${part(id)}`),
  cancelRun: (id: string) => write<Run>('POST', `/runs/${part(id)}/cancel`),
  runEvents: (id: string) => `${kBase}/runs/${part(id)}/events`,
  issues: (query: Query = {}) => read<List<Issue>>('/issues', query),

  records: (object: string, query: Query = {}) =>
    read<List<PlatformRecord>>(`/records/${part(object)}`, query),
  record: (object: string, key: string) =>
    read<PlatformRecord>(`/records/${part(object)}/${part(key)}`),
};

export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
