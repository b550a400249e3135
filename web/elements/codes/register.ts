import { CrosswalkCodes } from './crosswalk-codes.js';

customElements.define('crosswalk-codes', CrosswalkCodes);
