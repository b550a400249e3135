import { CrosswalkRun } from './crosswalk-run.js';

customElements.define('crosswalk-run', CrosswalkRun);
