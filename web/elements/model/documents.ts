// Answers of the HTTP API as the elements show them. Members that a server does not send are optional.
import type { Plan as CorePlan } from '@crosswalk/core';

export type {
  CompatClass,
  Diagnostic,
  Explanation,
  Fix,
  Matrix,
  MatrixColumn,
  PatchOperation,
  PlanAction,
  PlanField,
  PlanRecord,
  Report,
  Severity,
  TextEdit,
  Verdict,
} from '@crosswalk/core';

export interface App {
  name: string;
  loginUrl: string;
  consumerKey: string;
  scopes: string[];
  callbackUrl?: string;
}

export interface Connection {
  id: string;
  app: string;
  kind: 'primary' | 'personal';
  state: 'pending' | 'active' | 'needsReauthorisation' | 'disconnected';
  cause?: string | null;
  orgId?: string | null;
  orgName?: string | null;
  edition?: string | null;
  sandbox?: boolean | null;
  username?: string | null;
  instanceUrl?: string | null;
  apiVersion?: string | null;
  limit?: { used: number; max: number; at?: string } | null;
  authorizeUrl?: string;
}

export interface SyncStatus {
  firstSync?: 'never' | 'running' | 'done';
  current?: 'idle' | 'running' | 'waiting' | 'paused';
  cause?: string | null;
  lastSyncAt?: string | null;
  nextAt?: string | null;
  inStep?: number;
  waiting?: number;
  issues?: number;
  inactive?: number;
}

export interface Sync {
  name: string;
  connection: string;
  mapping: string;
  enabled?: boolean;
  status?: SyncStatus;
}

/** The core's plan, as the server keeps it: with an id, and page by page once it is ready. */
export interface Plan extends CorePlan {
  id?: string;
  state?: 'building' | 'ready' | 'applied' | 'failed';
  cause?: string | null;
}

export interface Run {
  id: string;
  sync: string;
  kind: string;
  trigger?: string;
  state:
    | 'queued'
    | 'running'
    | 'waitingApproval'
    | 'paused'
    | 'succeeded'
    | 'partial'
    | 'failed'
    | 'cancelled';
  phase?: 'read' | 'match' | 'merge' | 'write' | 'settle' | null;
  cause?: string | null;
  startedAt?: string | null;
  finishedAt?: string | null;
  read?: { salesforce: number; platform: number };
  written?: {
    salesforce: { created: number; updated: number; deleted?: number; failed: number };
    platform: {
      created: number;
      updated: number;
      deleted?: number;
      deactivated?: number;
      failed: number;
    };
  };
  unchanged?: number;
  skipped?: number;
  conflicts?: number;
  issues?: number;
  apiCalls?: number;
  recordsPerSecond?: number | null;
  etaSeconds?: number | null;
}

export interface Issue {
  id: string;
  sync: string;
  run?: string;
  object: string;
  key?: string | null;
  salesforce?: string | null;
  salesforceId?: string | null;
  code: string;
  salesforceCode?: string | null;
  fields?: string[];
  message: string;
  cure?: string | null;
  state: 'open' | 'retrying' | 'cleared' | 'ignored';
  attempts?: number;
  firstSeen?: string;
  lastSeen?: string;
  nextRetry?: string | null;
}

export interface PlatformRecord {
  object: string;
  key: string;
  version?: number | string;
  fields: Record<string, unknown>;
  inactive?: boolean;
  sync?: {
    state: 'inStep' | 'waiting' | 'issue' | 'inactive' | 'unlinked';
    since?: string | null;
    lastSyncAt?: string | null;
    salesforce?: string | null;
    id?: string | null;
  };
}
