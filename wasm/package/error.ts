/** A call that the core refused or could not finish. `code` is stable. */
export class CrosswalkError extends Error {
  override readonly name = 'CrosswalkError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
    /** Where: "left:LINE:COLUMN" of the records, a JSON Pointer into the mapping, or empty. */
    readonly path = '',
  ) {
    super(message, options);
  }
}
