// What the page and its checking Worker say to each other.
import type { Report } from '@crosswalk/core';

export type Question =
  | { kind: 'schemas'; platform: string; salesforce: string[] }
  | { kind: 'check'; sequence: number; mapping: string };

export type Reply =
  | { kind: 'report'; sequence: number; report: Report }
  | { kind: 'failure'; sequence: number; message: string };
