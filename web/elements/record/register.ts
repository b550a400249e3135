import { CrosswalkRecord } from './crosswalk-record.js';

customElements.define('crosswalk-record', CrosswalkRecord);
