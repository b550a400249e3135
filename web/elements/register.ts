// Every element of Crosswalk, registered. A page that needs few of them imports those alone.
import './codes/register.js';
import './connect/register.js';
import './diagnostics/register.js';
import './issues/register.js';
import './mapper/register.js';
import './plan/register.js';
import './record/register.js';
import './run/register.js';
import './status/register.js';
import './type-matrix/register.js';
