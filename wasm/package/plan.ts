// The plan document of the contracts: what a run would do, computed without writing.

export type Side = 'salesforce' | 'platform' | 'both';

export type PlanAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'deactivate'
  | 'unchanged'
  | 'skip'
  | 'conflict'
  | 'review';

export interface PlanField {
  platform: string | null;
  salesforce: string | null;
  before?: unknown;
  after?: unknown;
  side: Side;
  rule: string;
}

export interface PlanRecord {
  object: string;
  key: string | null;
  salesforce: string;
  id: string | null;
  side: Side;
  action: PlanAction;
  reason: string | null;
  fields: PlanField[];
}

export interface Plan {
  mapping: string;
  /** SHA-256 of the document without `id`. */
  digest: string;
  totals: {
    salesforce: { create: number; update: number; delete: number };
    platform: { create: number; update: number; deactivate: number; delete: number };
    unchanged: number;
    skip: number;
    conflict: number;
    review: number;
  };
  cost: {
    calls: number;
    byKind: { query: number; collections: number; composite: number; bulk: number; other: number };
    seconds: number;
  };
  records: PlanRecord[];
  next: string | null;
}
