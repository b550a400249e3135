import { CrosswalkConnect } from './crosswalk-connect.js';

customElements.define('crosswalk-connect', CrosswalkConnect);
