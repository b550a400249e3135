// The catalogue of codes and the type relation, written when the package is built.

import type { Matrix } from './compat.js';
import type { Explanation } from './face.js';

export declare const codes: Explanation[];
export declare const matrix: Matrix;
