import { ChoicePicker } from './choice-picker.js';
import { CrosswalkMapper } from './crosswalk-mapper.js';
import { MappingTextView } from './text-view.js';

customElements.define('crosswalk-choice-picker', ChoicePicker);
customElements.define('crosswalk-mapping-text', MappingTextView);
customElements.define('crosswalk-mapper', CrosswalkMapper);
