import '../elements/register.js';
import './pages/register.js';
import { CrosswalkConsole } from './shell/crosswalk-console.js';

customElements.define('crosswalk-console', CrosswalkConsole);
