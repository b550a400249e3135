// The script that `connect` starts where it is given no Worker.
import { serve } from './worker_serve.js';

void serve();
