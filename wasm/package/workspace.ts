// The face over one core: what needs no schema, and the workspaces.

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
import { edited, patched } from './patch.js';
import type { Plan } from './plan.js';
import type { Fix, PatchOperation, Report, TextEdit } from './report.js';

class Known implements Knowledge {
  constructor(protected readonly core: Core) {}

  explain(code: string): Explanation | null {
    return this.core.ask<Explanation | null>('explain', { code: wordOf(code, 'the code') });
  }

  codes(): Explanation[] {
    return this.core.ask<{ codes: Explanation[] }>('codes', {}).codes;
  }

  matrix(): Matrix {
    return this.core.ask<Matrix>('matrix', {});
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
    return this.core.ask<{ edits: TextEdit[] }>('edits', input).edits;
  }
}

export class WholeFace extends Known implements Crosswalk {
  validate(input: ValidateInput): Report {
    const mapping = textOf(membersOf(input, 'the input').mapping, 'the mapping');
    return this.core.ask<Report>('validate', { mapping, ...schemaTexts(input) });
  }

  plan(input: PlanInput & Schemas): Plan {
    const workspace = this.workspace(input);
    try {
      return workspace.plan(input);
    } finally {
      workspace.dispose();
    }
  }

  workspace(schemas: Schemas): Workspace {
    return new OpenWorkspace(this.core, schemas);
  }

  soql(text: string): Report {
    return this.core.ask<Report>('soql', { text: wordOf(text, 'the query') });
  }

  compat(platform: string | PlatformField, salesforce: string | DescribeField): Compatibility {
    return this.core.ask<Compatibility>('compat', sides(platform, salesforce));
  }
}

class OpenWorkspace extends Known implements Workspace {
  private readonly input: string;
  private readonly held: Held;
  private disposed = false;
  private latest = '';

  constructor(core: Core, schemas: Schemas) {
    super(core);
    this.input = packed(schemaTexts(schemas));
    this.held = core.open(this.input);
    core.releaseWith(this, this.held);
  }

  validate(mapping: Document): Report {
    this.latest = textOf(mapping, 'the mapping');
    return this.call<Report>('validate', this.latest);
  }

  plan(input: PlanInput): Plan {
    const { mapping, left, leftIsCsv, leftObject, right, links } = membersOf(input, 'the input');
    return this.ask<Plan>('plan', {
      mapping: textOf(mapping, 'the mapping'),
      left,
      leftIsCsv,
      leftObject,
      right,
      links,
    });
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
    this.core.keep(this.held);
    this.core.release(this.held);
  }

  // Where the symbol is not known yet, this is a method that nobody calls.
  [Symbol.dispose](): void {
    this.dispose();
  }

  private ask<T>(operation: string, input: object): T {
    return this.call<T>(operation, packed(input));
  }

  private call<T>(operation: string, input: string): T {
    if (this.disposed) {
      throw new CrosswalkError('workspaceClosed', 'This workspace has been disposed of.');
    }
    if (!this.core.alive(this.held)) Object.assign(this.held, this.core.open(this.input));
    return this.core.call<T>(this.held.handle, operation, input);
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
