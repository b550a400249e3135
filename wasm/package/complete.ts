// What may stand at a place of a mapping.

export type OfferKind =
  | 'key'
  | 'word'
  | 'value'
  | 'platformObject'
  | 'platformField'
  | 'salesforceObject'
  | 'salesforceField'
  | 'relationship'
  | 'recordType'
  | 'campaign';

/** What becomes of the values, beside what stands on the other side already. */
export interface OfferFit {
  class: CompatClass;
  reason: string;
  loss?: string;
}

export interface Offer {
  /** `key`: a member that may be added; `relationship`: one more step of a path. */
  kind: OfferKind;
  /** What stands there when it is taken; of a key its name; in a condition the path alone. */
  value: string | number | boolean | null;
  label?: string;
  /** In an admin's words: "Picklist", "multi-select list", "list". */
  type?: string;
  help?: string;
  /** In UTF-16 units. */
  length?: number;
  precision?: number;
  scale?: number;
  /** A record cannot be created without it. */
  required?: true;
  readOnly?: true;
  /** Stands elsewhere in the same list already. */
  used?: true;
  /** Its name is the nearest to that of the other side. */
  likely?: true;
  fit?: OfferFit;
}

/**
 * `exact`: every value arrives as it was; `widening`: in a wider type; `conditional`: values that meet
 * a condition; `lossy`: all, but some lose a part; `incompatible`: none without a transform.
 */
export type CompatClass = 'exact' | 'widening' | 'conditional' | 'lossy' | 'incompatible';
