import { CrosswalkDiagnostics } from './crosswalk-diagnostics.js';

customElements.define('crosswalk-diagnostics', CrosswalkDiagnostics);
