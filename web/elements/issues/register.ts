import { CrosswalkIssues } from './crosswalk-issues.js';

customElements.define('crosswalk-issues', CrosswalkIssues);
