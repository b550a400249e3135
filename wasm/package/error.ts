/** A call that the core refused or could not finish. `code` is stable. */
export class CrosswalkError extends Error {
  /** Each entry of the package carries this class; an error of one is an error of the others. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is CrosswalkError {
    return thrown instanceof Error && thrown.name === 'CrosswalkError';
  }

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
