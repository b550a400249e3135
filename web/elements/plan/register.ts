import { CrosswalkPlan } from './crosswalk-plan.js';

customElements.define('crosswalk-plan', CrosswalkPlan);
