// Suggestions: which platform field could stand for which Salesforce field.

export interface SuggestOptions {
  /** Records of the platform, for what their values say: NDJSON, or CSV whose header names fields. */
  records?: string;
  recordsAreCsv?: boolean;
  /** The platform object of records that do not name theirs. */
  object?: string;
  /** For values that travel from Salesforce to the platform. */
  pull?: boolean;
}

export interface Suggestion {
  object: string;
  platform: string;
  salesforceObject: string;
  salesforce: string;
  /** 0 to 1, with two digits. */
  score: number;
  /** In an admin's words. */
  reason: string;
}
