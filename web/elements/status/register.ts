import { CrosswalkStatus } from './crosswalk-status.js';

customElements.define('crosswalk-status', CrosswalkStatus);
