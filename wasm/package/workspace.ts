// The face over the modules: what needs no schema, and the workspaces.

import type { Compatibility, DescribeField, Matrix, PlatformField } from './compat.js';
import type { Offer } from './complete.js';
import type { Core, Held } from './core.js';
import { membersOf, packed, refused, schemaTexts, textOf, wordOf } from './documents.js';
import { CrosswalkError } from './error.js';
import type {
  Crosswalk,
  Document,
  Explanation,
  Knowledge,
  PlanInput,
  Schemas,
  ValidateInput,
  Workspace,
} from './face.js';
import type { Modules } from './modules.js';
import { edited, patched } from './patch.js';
import type { Plan } from './plan.js';
import type { PreviewOptions, PreviewProgress, PreviewReport, PreviewRows } from './preview.js';
import { preview } from './preview_run.js';
import type { Fix, PatchOperation, Report, TextEdit } from './report.js';
import type { Suggestion, SuggestOptions } from './suggest.js';

class Known implements Knowledge {
  constructor(protected readonly modules: Modules) {}

  async explain(code: string): Promise<Explanation | null> {
    // As a person types it: "cw2102", " 2102".
    const wanted = `CW${wordOf(code, 'the code').trim().replace(/^cw/i, '')}`;
    return (await this.codes()).find((each) => each.code === wanted) ?? null;
  }

  async codes(): Promise<Explanation[]> {
    return structuredClone((await import('./reference.mjs')).codes);
  }

  async matrix(): Promise<Matrix> {
    return structuredClone((await import('./reference.mjs')).matrix);
  }

  applyFix(mapping: string, fix: Fix): string;
  applyFix<Value extends object>(mapping: Value, fix: Fix): Value;
  applyFix(mapping: Document, fix: Fix): Document {
    const { patch = [], edits } = membersOf(fix, 'the fix');
    if (!Array.isArray(patch)) throw refused('the patch of a fix must be an array');
    if (typeof mapping !== 'string') {
      try {
        return patched(membersOf(mapping, 'the mapping'), patch);
      } catch (thrown) {
        if (thrown instanceof CrosswalkError) throw thrown;
        throw new CrosswalkError('badInput', 'The mapping cannot be written as JSON.', {
          cause: thrown,
        });
      }
    }
    if (edits !== undefined && !Array.isArray(edits)) {
      throw refused('the edits of a fix must be an array');
    }
    return edited(mapping, edits?.length ? edits : this.editsOf(mapping, patch));
  }

  /** A fix that was found in a value has no edits: its patch is said in the text. */
  private editsOf(mapping: string, patch: PatchOperation[]): TextEdit[] {
    const input = { mapping: textOf(mapping, 'the mapping'), patch };
    return this.modules.checks.ask<{ edits: TextEdit[] }>('edits', input).edits;
  }
}

export class WholeFace extends Known implements Crosswalk {
  validate(input: ValidateInput): Report {
    const mapping = textOf(membersOf(input, 'the input').mapping, 'the mapping');
    return this.modules.checks.ask<Report>('validate', { mapping, ...schemaTexts(input) });
  }

  async plan(input: PlanInput & Schemas): Promise<Plan> {
    const workspace = this.workspace(input);
    try {
      return await workspace.plan(input);
    } finally {
      workspace.dispose();
    }
  }

  workspace(schemas: Schemas): Workspace {
    return new OpenWorkspace(this.modules, schemas);
  }

  soql(text: string): Report {
    return this.modules.checks.ask<Report>('soql', { text: wordOf(text, 'the query') });
  }

  compat(platform: string | PlatformField, salesforce: string | DescribeField): Compatibility {
    return this.modules.checks.ask<Compatibility>('compat', sides(platform, salesforce));
  }
}

class OpenWorkspace extends Known implements Workspace {
  private readonly input: string;
  private readonly checks: OpenSchemas;
  private records: OpenSchemas | undefined;
  private disposed = false;
  private latest = '';

  constructor(modules: Modules, schemas: Schemas) {
    super(modules);
    this.input = packed(schemaTexts(schemas));
    this.checks = new OpenSchemas(modules.checks, this.input, this);
  }

  validate(mapping: Document): Report {
    this.latest = textOf(mapping, 'the mapping');
    return this.open().call<Report>('validate', this.latest);
  }

  async preview(
    rows: PreviewRows,
    how: PreviewOptions | ((progress: PreviewProgress) => void) = {},
  ): Promise<PreviewReport> {
    const options =
      typeof how === 'function'
        ? { onProgress: how }
        : membersOf(how, 'the options of the preview');
    const { mapping = this.latest } = options;
    const text = textOf(mapping, 'the mapping');
    const schemas = await this.openRecords();
    const open = (input: object) => schemas.call<{ preview: number }>('preview', packed(input));
    return preview(schemas.core, open, text, rows, options);
  }

  async suggest(options: SuggestOptions = {}): Promise<Suggestion[]> {
    const { records, recordsAreCsv, object, pull } = membersOf(options, 'the options');
    const asked = packed({
      ...(records === undefined ? {} : { records: wordOf(records, 'the records') }),
      ...(object === undefined ? {} : { object: wordOf(object, 'the object') }),
      recordsAreCsv,
      pull,
    });
    const schemas = await this.openRecords();
    return schemas.call<{ suggestions: Suggestion[] }>('suggest', asked).suggestions;
  }

  async plan(input: PlanInput): Promise<Plan> {
    const { mapping, left, leftIsCsv, leftObject, right, links } = membersOf(input, 'the input');
    const asked = packed({
      mapping: textOf(mapping, 'the mapping'),
      left,
      leftIsCsv,
      leftObject,
      right,
      links,
    });
    return (await this.openRecords()).call<Plan>('plan', asked);
  }

  complete(...place: [mapping: Document, pointer: string] | [pointer: string]): Offer[] {
    const pointer = wordOf(place.at(-1), 'the pointer');
    const mapping = place.length === 2 ? textOf(place[0], 'the mapping') : this.latest;
    return this.ask<{ items: Offer[] }>('complete', { mapping, pointer }).items;
  }

  soql(text: string, options: { object?: string } = {}): Report {
    const { object } = membersOf(options, 'the options');
    return this.ask<Report>('soql', {
      text: wordOf(text, 'the query'),
      ...(object === undefined ? {} : { object: wordOf(object, 'the object') }),
    });
  }

  compat(platform: string | PlatformField, salesforce: string | DescribeField): Compatibility {
    return this.ask<Compatibility>('compat', sides(platform, salesforce));
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.checks.close();
    this.records?.close();
  }

  // Where the symbol is not known yet, this is a method that nobody calls.
  [Symbol.dispose](): void {
    this.dispose();
  }

  private ask<T>(operation: string, input: object): T {
    return this.open().call<T>(operation, packed(input));
  }

  private async openRecords(): Promise<OpenSchemas> {
    this.open();
    const core = await this.modules.records();
    this.open();
    this.records ??= new OpenSchemas(core, this.input, this);
    return this.records;
  }

  /** The schemas, unless the workspace has been disposed of. */
  private open(): OpenSchemas {
    if (!this.disposed) return this.checks;
    throw new CrosswalkError('workspaceClosed', 'This workspace has been disposed of.');
  }
}

/** The schemas of a workspace in one of the modules. */
class OpenSchemas {
  private readonly held: Held;

  /** `owner`: they are closed when nobody can reach it any more. */
  constructor(
    readonly core: Core,
    private readonly input: string,
    owner: object,
  ) {
    this.held = core.open(input);
    core.releaseWith(owner, this.held);
  }

  call<T>(operation: string, input: string): T {
    if (!this.core.alive(this.held)) Object.assign(this.held, this.core.open(this.input));
    return this.core.call<T>(this.held.handle, operation, input);
  }

  close(): void {
    this.core.keep(this.held);
    this.core.release(this.held);
  }
}

/** Fields that are given whole become documents of one field, which the core knows how to read. */
function sides(platform: string | PlatformField, salesforce: string | DescribeField): object {
  return {
    platform:
      typeof platform === 'string'
        ? wordOf(platform, 'the platform field')
        : { version: 1, objects: [{ name: 'x', key: 'x', fields: [named(platform, 'x')] }] },
    salesforce:
      typeof salesforce === 'string'
        ? wordOf(salesforce, 'the Salesforce field')
        : { name: 'X', fields: [named(salesforce, 'X')] },
  };
}

function named<Field extends object>(field: Field, name: string): Field & { name: string } {
  return { name, ...membersOf(field, 'the field') };
}
