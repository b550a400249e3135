import { CrosswalkTypeMatrix } from './crosswalk-type-matrix.js';

customElements.define('crosswalk-type-matrix', CrosswalkTypeMatrix);
