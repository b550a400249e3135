// The glue of the module for records, a file of its own: it is fetched when that module is.

import type { Factory } from './crosswalk.mjs';

declare const factory: Factory;
export default factory;
